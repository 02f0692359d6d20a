package dev.grantscope.core.profile;

import dev.grantscope.core.secret.SecretKey;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What profiles leave to the settings.
 *
 * @param keptSecrets which of its secrets the keyring took
 */
public record Settings(Connection connection, Set<SecretKey.Kind> keptSecrets) {
  /** Under which the secrets of the settings are kept; no profile has it. */
  public static final UUID ID = new UUID(0, 0);

  /** When nothing was ever set. */
  public static final Settings USUAL = new Settings(Connection.USUAL, Set.of());

  public Settings {
    keptSecrets = Set.copyOf(keptSecrets);
  }

  /** As a profile that stands in no list, so that their secrets are kept as those of any other. */
  public Profile asProfile() {
    ProfileDraft draft = ProfileDraft.blank("").withConnection(connection);
    return new Profile(ID, "", "", draft, Set.of(), keptSecrets, Optional.empty(), ApiUse.NONE, "");
  }

  /** The settings behind such a profile. */
  public static Settings of(Profile profile) {
    return new Settings(profile.draft().connection(), profile.keptSecrets());
  }

  public SecretKey key(SecretKey.Kind kind) {
    return new SecretKey(ID, kind);
  }
}

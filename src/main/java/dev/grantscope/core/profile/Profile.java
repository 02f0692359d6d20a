package dev.grantscope.core.profile;

import dev.grantscope.core.secret.SecretKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * One saved set of entries, without its secrets.
 *
 * @param group the heading it stands under in the list; empty for none
 * @param allowedHosts the hosts the admin has let the secret be sent to
 * @param keptSecrets which of its secrets the keyring took, so that the window can say so without opening it
 * @param api the calls of APIs that are made with its tokens
 * @param namedHost the host of a token URL that metadata named and not the admin, on another host than its issuer; empty for none
 */
public record Profile(
    UUID id,
    String name,
    String group,
    ProfileDraft draft,
    Set<String> allowedHosts,
    Set<SecretKey.Kind> keptSecrets,
    Optional<LastOutcome> lastOutcome,
    ApiUse api,
    String namedHost) {
  public Profile {
    allowedHosts = Set.copyOf(allowedHosts);
    keptSecrets = Set.copyOf(keptSecrets);
  }

  /** One that was never run, and whose secret went nowhere. */
  public static Profile blank(UUID id, String name, ProfileDraft draft) {
    return new Profile(id, name, "", draft, Set.of(), Set.of(), Optional.empty(), ApiUse.NONE, "");
  }

  public Profile withName(String newName) {
    return new Profile(id, newName, group, draft, allowedHosts, keptSecrets, lastOutcome, api, namedHost);
  }

  public Profile withGroup(String newGroup) {
    return new Profile(id, name, newGroup, draft, allowedHosts, keptSecrets, lastOutcome, api, namedHost);
  }

  public Profile withDraft(ProfileDraft newDraft) {
    return new Profile(id, name, group, newDraft, allowedHosts, keptSecrets, lastOutcome, api, namedHost);
  }

  public Profile withLastOutcome(LastOutcome outcome) {
    return new Profile(id, name, group, draft, allowedHosts, keptSecrets, Optional.of(outcome), api, namedHost);
  }

  public Profile withAllowedHost(String host) {
    Set<String> hosts = new TreeSet<>(allowedHosts);
    hosts.add(host);
    return new Profile(id, name, group, draft, hosts, keptSecrets, lastOutcome, api, namedHost);
  }

  /** The metadata of an issuer on another host named this one: it is not known until the admin says so. */
  public Profile withNamedHost(String host) {
    return new Profile(id, name, group, draft, allowedHosts, keptSecrets, lastOutcome, api, host);
  }

  /** Whether its secret may go to this host unasked: it was let go there, or it never went anywhere and the admin named the host. */
  public boolean knows(String host) {
    return allowedHosts.contains(host) || (allowedHosts.isEmpty() && !host.equals(namedHost));
  }

  /** Says of one of its secrets whether the keyring has it. */
  public Profile withKeptSecret(SecretKey.Kind kind, boolean kept) {
    Set<SecretKey.Kind> kinds = new TreeSet<>(keptSecrets);
    if (kept) {
      kinds.add(kind);
    } else {
      kinds.remove(kind);
    }
    return new Profile(id, name, group, draft, allowedHosts, kinds, lastOutcome, api, namedHost);
  }

  public Profile withApi(ApiUse newApi) {
    return new Profile(id, name, group, draft, allowedHosts, keptSecrets, lastOutcome, newApi, namedHost);
  }

  /** The same entries under a new id: with its own secrets, which it does not have yet, and never run. */
  public Profile copyAs(UUID newId, String newName) {
    return new Profile(newId, newName, group, draft, allowedHosts, Set.of(), Optional.empty(), api, namedHost);
  }

  public SecretKey key(SecretKey.Kind kind) {
    return new SecretKey(id, kind);
  }

  /** The profile of this name, the first where several have it. */
  public static Optional<Profile> named(String name, List<Profile> profiles) {
    return profiles.stream().filter(profile -> profile.name().equals(name)).findFirst();
  }
}

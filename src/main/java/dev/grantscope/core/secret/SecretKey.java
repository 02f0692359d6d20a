package dev.grantscope.core.secret;

import java.util.UUID;

/** Names one secret of one profile in a store, in ASCII and without saying anything about the client. */
public record SecretKey(UUID profile, Kind kind) {
  /** Which secret of the profile. */
  public enum Kind {
    CLIENT_SECRET,
    /** The password of the {@code password} grant; for CXone the secret of an access key. */
    PASSWORD
  }

  /** The account name in the store: a UUID, with a suffix for other kinds than the client secret. */
  public String account() {
    return kind == Kind.CLIENT_SECRET ? profile.toString() : profile + ".password";
  }
}

package dev.grantscope.core.secret;

import java.util.UUID;

/** Names one secret of one profile in a store, in ASCII and without saying anything about the client. */
public record SecretKey(UUID profile, Kind kind) {
  /** Which secret of the profile. */
  public enum Kind {
    CLIENT_SECRET,
    /** The password of the {@code password} grant; for CXone the secret of an access key. */
    PASSWORD,
    /** The password for a proxy. */
    PROXY_PASSWORD,
    /** The passphrase of the file with the client's certificate. */
    CERTIFICATE_PASSPHRASE
  }

  /** The account name in the store: a UUID, with a suffix for other kinds than the client secret. */
  public String account() {
    return switch (kind) {
      case CLIENT_SECRET -> profile.toString();
      case PASSWORD -> profile + ".password";
      case PROXY_PASSWORD -> profile + ".proxy";
      case CERTIFICATE_PASSPHRASE -> profile + ".certificate";
    };
  }
}

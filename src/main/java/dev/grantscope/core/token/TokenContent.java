package dev.grantscope.core.token;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What an access token is, told by its looks alone: clients need not know (RFC 6749 §1.4), an admin wants to. */
public sealed interface TokenContent {
  /** A JWT in the clear, signed or said to be unsigned (RFC 7515 §7.1). */
  record Plain(Jwt jwt) implements TokenContent {}

  /** A JWE (RFC 7516 §7.1): of its five parts only the header can be read. */
  record Encrypted(ObjectNode header) implements TokenContent {
    /** RFC 7516 §4.1.2. */
    public String cipher() {
      return header.path("enc").asString("");
    }
  }

  /**
   * Anything else: a name for something that only the server knows.
   *
   * @param length in characters
   */
  record Opaque(int length) implements TokenContent {}

  /** Looks at a token. */
  static TokenContent of(String token) {
    Optional<TokenContent> readable = Jwt.decode(token).map(Plain::new);
    return readable
        .or(() -> Jwt.encryptedHeader(token).map(Encrypted::new))
        .orElseGet(() -> new Opaque(token.length()));
  }

  /** The JWT, when it is one in the clear. */
  default Optional<Jwt> readable() {
    return this instanceof Plain it ? Optional.of(it.jwt()) : Optional.empty();
  }
}

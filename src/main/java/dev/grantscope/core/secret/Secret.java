package dev.grantscope.core.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A secret in a closed box: a client secret, a password, an access token.
 *
 * <p>It never appears in {@link #toString()}, cannot be serialised, and is compared in constant time. {@link #reveal()} is the one way
 * out, so that every use can be found.
 */
public final class Secret {
  /** The secret that is not there; sending it sends nothing. */
  public static final Secret NONE = new Secret("");

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /** Boxes exactly this text: nothing is trimmed. */
  public static Secret of(String value) {
    return value.isEmpty() ? NONE : new Secret(value);
  }

  /** The text itself. Hand it to the wire, the keyring or, on the admin's explicit request, the screen; to nothing else. */
  public String reveal() {
    return value;
  }

  /** Of the value of an Authorization header what follows the name of the scheme, which is no secret. */
  public Secret withoutScheme() {
    return of(value.replaceFirst("^[A-Za-z]+ ", ""));
  }

  public boolean isEmpty() {
    return value.isEmpty();
  }

  /** Whether it can be written as UTF-8: a lone surrogate can not. */
  public boolean isWellFormed() {
    try {
      StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && MessageDigest.isEqual(units(), that.units());
  }

  /** Its UTF-16 units as they are; a charset would make all lone surrogates alike. */
  private byte[] units() {
    ByteBuffer units = ByteBuffer.allocate(value.length() * Character.BYTES);
    units.asCharBuffer().put(value);
    return units.array();
  }

  /** The same for every secret, so that a printed hash tells nothing. */
  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return isEmpty() ? "" : "••••••••";
  }
}

package dev.grantscope.core.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that went over the wire. Unchangeable, compared by content, and never printed: they may hold a secret. */
public final class Bytes {
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] value;

  private Bytes(byte[] value) {
    this.value = value;
  }

  /** Copies them. */
  public static Bytes of(byte[] value) {
    return value.length == 0 ? EMPTY : new Bytes(value.clone());
  }

  public static Bytes utf8(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public int size() {
    return value.length;
  }

  public boolean isEmpty() {
    return value.length == 0;
  }

  /** A copy. */
  public byte[] toArray() {
    return value.clone();
  }

  /** Read as UTF-8; what is not UTF-8 becomes U+FFFD. */
  public String asText() {
    return new String(value, StandardCharsets.UTF_8);
  }

  /** The first so many, or all when there are fewer. */
  public Bytes first(int count) {
    return count >= value.length ? this : new Bytes(Arrays.copyOf(value, count));
  }

  /** Whether {@link #asText()} says it exactly. */
  public boolean isText() {
    return Arrays.equals(asText().getBytes(StandardCharsets.UTF_8), value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return value.length + " bytes";
  }
}

package dev.grantscope.adapter.keyring;

import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretStoreException;
import dev.grantscope.core.secret.SecretStoreException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a secret is written in a keyring: one line of ASCII, cut into parts that every keyring takes.
 *
 * <p>The first part is {@code gs1:COUNT:CHECK:TEXT}, the others are text alone; the texts joined are Base64url of the UTF-8. COUNT is
 * the number of parts; CHECK the start of the SHA-256 of the UTF-8, so that parts of two secrets never read as one.
 */
final class StoredValue {
  /** UTF-16 units of one part; Windows takes 1,280. */
  static final int PART = 1_200;

  /** Parts of one secret: 64 hold 57,000 bytes. */
  static final int MOST_PARTS = 64;

  private static final Pattern FIRST = Pattern.compile("gs1:([1-9][0-9]?):([0-9a-f]{16}):([A-Za-z0-9_-]*)");

  private StoredValue() {}

  /** The parts to write, at least one. The secret must be well formed. */
  static List<String> encode(Secret secret) throws SecretStoreException {
    byte[] utf8 = secret.reveal().getBytes(StandardCharsets.UTF_8);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(utf8);
    String check = check(utf8);
    int headerLength = "gs1:00:".length() + check.length() + 1;
    int count = (headerLength + text.length() + PART - 1) / PART;
    if (count > MOST_PARTS) {
      throw new SecretStoreException(Reason.TOO_LARGE, "The secret is longer than 57,000 bytes, more than a keyring can keep.");
    }
    List<String> parts = new ArrayList<>();
    int end = Math.min(text.length(), PART - headerLength);
    parts.add("gs1:" + count + ":" + check + ":" + text.substring(0, end));
    for (int start = end; start < text.length(); start += PART) {
      parts.add(text.substring(start, Math.min(text.length(), start + PART)));
    }
    return parts;
  }

  /** How many parts the secret has that begins with this one. */
  static int count(String first) throws SecretStoreException {
    return Integer.parseInt(header(first).group(1));
  }

  /** The secret that these parts are; a missing, foreign or mixed part is an error, never another secret. */
  static Secret decode(List<String> parts) throws SecretStoreException {
    Matcher header = header(parts.getFirst());
    StringBuilder text = new StringBuilder(header.group(3));
    parts.subList(1, parts.size()).forEach(text::append);
    byte[] utf8;
    try {
      utf8 = Base64.getUrlDecoder().decode(text.toString());
    } catch (IllegalArgumentException _) {
      throw damaged();
    }
    if (parts.size() != Integer.parseInt(header.group(1)) || !check(utf8).equals(header.group(2))) {
      throw damaged();
    }
    Secret secret = Secret.of(new String(utf8, StandardCharsets.UTF_8));
    Arrays.fill(utf8, (byte) 0);
    return secret;
  }

  private static Matcher header(String first) throws SecretStoreException {
    Matcher header = FIRST.matcher(first);
    if (!header.matches()) {
      throw damaged();
    }
    return header;
  }

  private static SecretStoreException damaged() {
    return new SecretStoreException(Reason.FAILED, "The keyring's entry is incomplete or was not written by GrantScope.");
  }

  private static String check(byte[] utf8) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}

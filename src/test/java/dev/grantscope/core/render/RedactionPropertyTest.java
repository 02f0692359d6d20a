package dev.grantscope.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.secret.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random secrets in random encodings in random surroundings, from fixed seeds. */
class RedactionPropertyTest {
  private static final int ROUNDS = 20_000;
  private static final String LETTERS = "abcXYZ0189";
  private static final String HARD = " +/=&%\"<>'\\~*:;,.!()[]{}éßø€東😀";
  private static final List<String> AROUND =
      List.of("", " ", "\"", "\\", "%", "%2", "&", "&#", "<p>", "{\"a\":\"", "\r\n", "x=", "\\u00", "Authorization: Basic ", "\"access_token\":\"", "a", "/", "\0");

  @Test
  void noKnownSecretSurvives() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      String secret = text(random, 4 + random.nextInt(40));
      String before = around(random);
      String after = around(random);
      String encoded = encode(random, secret);
      Redaction redaction = Redaction.of(List.of(Secret.of(text(random, 12)), Secret.of(secret)));

      String redacted = redaction.redact(before + encoded + after);

      assertThat(redacted).as("seed %d", seed).contains(Redaction.MARK);
      assertThat(redacted.replace(Redaction.MARK, "\uFFFF")).as("seed %d", seed).doesNotContain(encoded).doesNotContain(secret);
      assertThat(redaction.redact(redacted)).as("idempotent, seed %d", seed).isEqualTo(redacted);
    }
  }

  @Test
  void whatIsAroundASecretStays() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      String secret = "S" + text(random, 10) + "S";
      String redacted = Redaction.of(List.of(Secret.of(secret))).redact("{\"n\": [" + seed + ", \"" + encode(random, secret) + "\"]}");
      assertThat(redacted).as("seed %d", seed).isIn("{\"n\": [" + seed + ", \"" + Redaction.MARK + "\"]}", "{\"n\": [" + seed + ", \"" + Redaction.MARK + "=\"]}", "{\"n\": [" + seed + ", \"" + Redaction.MARK + "==\"]}");
    }
  }

  @Test
  void textWithoutSecretsIsUnchanged() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      // Letters that the text below does not have.
      Redaction redaction = Redaction.of(List.of(Secret.of("qQqQqQq" + text(random, 8) + "Q")));
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 20; i++) {
        text.append(text(random, random.nextInt(8))).append(AROUND.get(random.nextInt(AROUND.size() - 5))).append(HARD.charAt(random.nextInt(20)));
      }
      assertThat(redaction.redact(text.toString())).as("seed %d", seed).isEqualTo(text.toString());
    }
  }

  private static String text(Random random, int length) {
    int[] hard = HARD.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      if (random.nextInt(3) > 0) {
        text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      } else {
        text.appendCodePoint(hard[random.nextInt(hard.length)]);
      }
    }
    return text.toString();
  }

  private static String around(Random random) {
    StringBuilder around = new StringBuilder();
    for (int i = random.nextInt(3); i > 0; i--) {
      around.append(AROUND.get(random.nextInt(AROUND.size())));
    }
    return around.toString();
  }

  private static String encode(Random random, String secret) {
    byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
    String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    return switch (random.nextInt(9)) {
      case 0 -> secret;
      case 1 -> random.nextBoolean() ? form : form.replace("+", "%20");
      case 2 -> mixed(random, secret, true, false, false);
      case 3 -> mixed(random, secret, false, true, false);
      case 4 -> mixed(random, secret, false, false, true);
      case 5 -> mixed(random, secret, true, true, true);
      case 6 -> Base64.getEncoder().encodeToString(random.nextBoolean() ? utf8 : form.getBytes(StandardCharsets.UTF_8));
      case 7 -> Base64.getUrlEncoder().encodeToString(utf8);
      default -> HexFormat.of().formatHex(utf8);
    };
  }

  /** Each character by itself as it is or in an encoding; those that the encoding must change always. */
  private static String mixed(Random random, String secret, boolean percent, boolean json, boolean html) {
    StringBuilder out = new StringBuilder();
    secret.codePoints().forEach(c -> {
      int choice = random.nextInt(6);
      if (percent && (choice == 0 || c == '%')) {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          HexFormat hex = random.nextBoolean() ? HexFormat.of() : HexFormat.of().withUpperCase();
          out.append('%').append(hex.toHexDigits(b));
        }
      } else if (json && (choice == 1 || c == '\\' || c == '"')) {
        for (char unit : Character.toChars(c)) {
          HexFormat hex = random.nextBoolean() ? HexFormat.of() : HexFormat.of().withUpperCase();
          out.append("\\u").append(hex.toHexDigits(unit));
        }
      } else if (html && (choice == 2 || c == '&' || c == '<')) {
        out.append("&#").append(random.nextBoolean() ? "x" + Integer.toHexString(c) : Integer.toString(c)).append(';');
      } else {
        out.appendCodePoint(c);
      }
    });
    return out.toString();
  }
}

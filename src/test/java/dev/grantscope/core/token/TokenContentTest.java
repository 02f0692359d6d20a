package dev.grantscope.core.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenContentTest {
  private static String part(String json) {
    return Base64URL.encode(json).toString();
  }

  @Test
  void aJwtIsReadable() {
    assertThat(TokenContent.of(part("{\"alg\":\"none\"}") + "." + part("{\"sub\":\"a\"}") + ".").readable())
        .hasValueSatisfying(jwt -> assertThat(jwt.text("sub")).contains("a"));
  }

  @Test
  void anEncryptedTokenHasFivePartsOfWhichTheHeaderIsRead() {
    String token = part("{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\",\"kid\":\"x\"}") + ".aa.bb.cc.dd";
    assertThat(TokenContent.of(token))
        .isInstanceOfSatisfying(
            TokenContent.Encrypted.class, it -> assertThat(it.header().path("enc").stringValue()).isEqualTo("A256GCM"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "a.b.c", "....", "e30.e30.e30", "e30.a.b.c.d", "v2.local.x", "eyJ.eyJ.", "a.b.c.d.e.f"})
  void everythingElseIsOpaque(String token) {
    assertThat(TokenContent.of(token)).isEqualTo(new TokenContent.Opaque(token.length()));
  }

  @Test
  void hostileTokensAreOpaqueAndNeverThrow() {
    String deep = part("{\"alg\":" + "[".repeat(100_000));
    assertThat(TokenContent.of(deep + "." + deep + ".x")).isInstanceOf(TokenContent.Opaque.class);
    assertThat(TokenContent.of(".".repeat(1_000_000))).isInstanceOf(TokenContent.Opaque.class);
    assertThat(TokenContent.of(part("{\"alg\":\"RS256\"}") + "." + part("{\"exp\":1e99999999999}") + ".x"))
        .isInstanceOf(TokenContent.class);
  }
}

package dev.grantscope.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A URL that a server named reaches a field only when it is plain. */
class ServerUrlsTest {
  private final Desk desk = new Desk();

  static Stream<String> odd() {
    return Stream.of("/a" + "\u0301".repeat(60_000), "/\u05E9\u05DC\u05D5\u05DD", "/" + "x".repeat(4 << 20));
  }

  @BeforeEach
  void secret() {
    desk.typeSecret("canary-secret");
  }

  private void found(String member, String url) {
    String json =
        "{\"issuer\":\"https://auth.example\",\"token_endpoint\":\"https://auth.example/token\",\"" + member + "\":\"" + url + "\"}";
    desk.wire.body = json;
    desk.form.region().onIssuer("https://auth.example");
    desk.form.region().onDiscover();
    desk.background.work();
  }

  private static void assertNotTaken(CheckView.Check shown) {
    assertThat(shown.url()).isEmpty();
    assertThat(shown.about().text()).startsWith("The server names https://auth.example/").hasSizeLessThan(300);
    assertThat(shown.about().text().chars()).allMatch(c -> c < 0x80 || c == '…');
    assertThat(shown.canAsk()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("odd")
  void anIssuer(String odd) {
    String jwt = Base64URL.encode("{\"alg\":\"RS256\"}") + "." + Base64URL.encode("{\"iss\":\"https://auth.example" + odd + "\"}") + ".AAAA";
    desk.wire.body = "{\"access_token\":\"" + jwt + "\",\"token_type\":\"Bearer\"}";
    desk.run();
    assertThat(desk.screen.tokenTitle).startsWith("JWT");
    assertNotTaken(desk.screen.signature.now());
  }

  @ParameterizedTest
  @MethodSource("odd")
  void aUrlOfKeys(String odd) {
    found("jwks_uri", "https://auth.example" + odd);
    assertNotTaken(desk.screen.signature.now());
  }

  @ParameterizedTest
  @MethodSource("odd")
  void anIntrospectionEndpoint(String odd) {
    found("introspection_endpoint", "https://auth.example" + odd);
    assertNotTaken(desk.screen.introspection.now());
  }

  @ParameterizedTest
  @MethodSource("odd")
  void anApi(String odd) {
    desk.workbench.edit(draft -> draft.withProvider("cxone", "commercial", "https://auth.example/token"));
    desk.wire.body =
        "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"resource_server_base_uri\":\"https://api.example" + odd + "\"}";
    desk.run();
    assertThat(Objects.requireNonNull(desk.screen.callForm).url()).contains("{api}").hasSizeLessThan(200);
  }

  @ParameterizedTest
  @MethodSource("odd")
  void aTokenEndpoint(String odd) {
    desk.wire.body = "{\"issuer\":\"https://auth.example\",\"token_endpoint\":\"https://auth.example" + odd + "\"}";
    desk.form.region().onIssuer("https://auth.example");
    desk.form.region().onDiscover();
    desk.background.work();
    assertThat(desk.screen.discovery.rows).isNotEmpty().allSatisfy(it -> assertThat(it.value()).hasSizeLessThan(2100));
    assertThat(desk.screen.discovery.use).isEmpty();
    desk.form.discovery().onUse();
    assertThat(desk.screen.tokenUrl).isEqualTo("https://auth.example/token");
  }
}

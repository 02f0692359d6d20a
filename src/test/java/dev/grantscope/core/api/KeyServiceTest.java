package dev.grantscope.core.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.HttpWire;
import dev.grantscope.core.wire.Routing;
import dev.grantscope.core.wire.WireLimits;
import dev.grantscope.core.wire.WireSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyServiceTest {
  private static final WireSettings SETTINGS = new WireSettings(WireLimits.STANDARD, Routing.DIRECT, List.of(), Optional.empty());

  /** The first place that is asked for the keys of this URL; no answer is needed to know it. */
  private static String firstAsked(String url) {
    List<String> asked = new ArrayList<>();
    HttpWire wire =
        (request, _, _, _) -> {
          asked.add(request.target());
          throw new IllegalStateException("asked");
        };
    Assertions.assertThrows(Exception.class, () -> new KeyService(wire, "Test/1").fetch(url, SETTINGS, new Cancellation()));
    return asked.getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/x/jwks.json,/x/jwks.json", "https://a.example/certs?a=/b,/certs?a=/b", "https://a.example/discovery/keys,/discovery/keys",
    "https://a.example/keys/x,/keys/x/.well-known/openid-configuration"
  })
  void theLastWordOfThePathSaysWhetherTheKeysAreThere(String url, String target) {
    assertThat(firstAsked(url)).isEqualTo(target);
  }

  /** The issuer that a token names may have megabytes. */
  @Test
  void aHostileIssuerIsNoQuadraticWork() {
    String asked =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> firstAsked("https://a.example/" + "keys".repeat(250_000) + "/x"));
    assertThat(asked).startsWith("/keyskeys");
  }
}

package dev.grantscope.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.adapter.wire.TestAuthority;
import dev.grantscope.core.api.KeyService;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.EndpointException;
import dev.grantscope.core.wire.Routing;
import dev.grantscope.core.wire.WireLimits;
import dev.grantscope.core.wire.WireSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys are public, and metadata may name any host for them: nothing of the client's goes there. */
class KeyFetchTest {
  @ParameterizedTest
  @ValueSource(strings = {"https://auth.example/jwks", "https://auth.example"})
  void noClientCertificateIsShown(String url, @TempDir Path folder) throws EndpointException {
    FakeWire wire = new FakeWire();
    wire.body = "{\"issuer\":\"https://auth.example\",\"jwks_uri\":\"https://other.example/jwks\",\"keys\":[]}";
    WireSettings showing =
        new WireSettings(
            WireLimits.STANDARD, Routing.DIRECT, List.of(), Optional.of(TestAuthority.in(folder).clientCertificate("client")));

    assertThat(new KeyService(wire, "Test/1").fetch(url, showing, new Cancellation()).keySet()).isPresent();
    assertThat(wire.settings).isNotEmpty().allMatch(it -> it.clientCertificate().isEmpty());
  }
}

package dev.grantscope.adapter.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.Route;
import dev.grantscope.core.wire.Route.Why;
import dev.grantscope.core.wire.WireProxy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way that environment and operating system name. */
class SystemRoutingTest {
  /** An operating system with this proxy. */
  private record Platform(Proxy proxy) {
    ProxySelector selector() {
      return new ProxySelector() {
        @Override
        public List<Proxy> select(URI uri) {
          assertThat(uri.getScheme()).isEqualTo("https");
          return List.of(proxy);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException e) {}
      };
    }
  }

  private static final Platform NONE = new Platform(Proxy.NO_PROXY);

  private static Route route(Platform platform, String url, String... environment) throws Exception {
    Map<String, String> variables = new HashMap<>();
    for (String entry : environment) {
      int equals = entry.indexOf('=');
      variables.put(entry.substring(0, equals), entry.substring(equals + 1));
    }
    return new SystemRouting(variables, platform::selector).to(Endpoint.parse(url));
  }

  private static @Nullable String proxy(Route route) {
    return route.proxy().map(WireProxy::toString).orElse(null);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https_proxy=http://p.example:3128, p.example:3128, https_proxy",
        "HTTPS_PROXY=p.example:3128, p.example:3128, HTTPS_PROXY",
        "ALL_PROXY=http://p.example:3128/, p.example:3128, ALL_PROXY",
        "https_proxy=HTTP://[2001:db8::1]:3128, [2001:db8::1]:3128, https_proxy",
        "https_proxy=http://p.example, p.example:8080, https_proxy",
      })
  void theEnvironmentNamesAProxy(String variable, String proxy, String source) throws Exception {
    Route route = route(NONE, "https://auth.example/token", variable);
    assertThat(proxy(route)).isEqualTo(proxy);
    assertThat(route.why()).isEqualTo(Why.ENVIRONMENT);
    assertThat(route.source()).isEqualTo(source);
  }

  @Test
  void itsCredentialsAreDecodedAndNeverShown() throws Exception {
    Route route = route(NONE, "https://auth.example/token", "https_proxy=http://us%40er:can%3Aary+pw@p.example:3128");
    WireProxy proxy = route.proxy().orElseThrow();
    // us@er:can:ary+pw
    assertThat(proxy.authorization().reveal()).isEqualTo("Basic dXNAZXI6Y2FuOmFyeStwdw==");
    assertThat(route.toString()).doesNotContain("ary").doesNotContain("dXNAZXI6");
  }

  @ParameterizedTest
  @CsvSource({
    "socks5://p.example:1080",
    "https://p.example:3128",
    "http://p.example:99999",
    "http://u:p%zz@p.example:3128",
    "http://",
    "'not a proxy'",
  })
  void whatCannotBeUsedIsNotPassedOver(String value) throws Exception {
    Route route = route(NONE, "https://auth.example/token", "https_proxy=" + value);
    assertThat(route).isEqualTo(Route.direct(Why.UNUSABLE, "https_proxy"));
  }

  @ParameterizedTest
  @CsvSource({
    "auth.example, true",
    "example, true",
    ".example, true",
    "*.example, true",
    "h.example, false",
    "'other.test, AUTH.example:443', true",
    "auth.example:8443, false",
    "*, true",
    "'', false",
  })
  void someHostsGoWithout(String exceptions, boolean direct) throws Exception {
    Route route = route(NONE, "https://auth.example/token", "https_proxy=http://p.example:3128", "no_proxy=" + exceptions);
    assertThat(route.proxy().isEmpty()).isEqualTo(direct);
    assertThat(route.why()).isEqualTo(direct ? Why.EXCEPTED : Why.ENVIRONMENT);
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, 10.0.0.0/8, true",
    "10.1.2.3, 10.1.3.0/24, false",
    "10.1.2.3, 10.1.2.3, true",
    "10.1.2.3, 1.2.3, false",
    "[2001:db8::7], 2001:db8::/32, true",
    "[2001:db8::7], 10.0.0.0/0, false",
  })
  void addressesGoWithoutByTheirNetwork(String host, String exceptions, boolean direct) throws Exception {
    Route route = route(NONE, "https://" + host + "/", "https_proxy=http://p.example:3128", "NO_PROXY=" + exceptions);
    assertThat(route.proxy().isEmpty()).isEqualTo(direct);
  }

  @Test
  void theOperatingSystemComesAfterTheEnvironment() throws Exception {
    Platform platform = new Platform(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("os.example", 8080)));
    Route route = route(platform, "https://auth.example/token");
    assertThat(proxy(route)).isEqualTo("os.example:8080");
    assertThat(route.why()).isEqualTo(Why.SYSTEM);
    assertThat(proxy(route(platform, "https://auth.example/token", "https_proxy=p.example:1"))).isEqualTo("p.example:1");
    assertThat(route(NONE, "https://auth.example/token").why()).isEqualTo(Why.NONE_KNOWN);
    Platform socks = new Platform(new Proxy(Proxy.Type.SOCKS, InetSocketAddress.createUnresolved("os.example", 1080)));
    assertThat(route(socks, "https://auth.example/token").why()).isEqualTo(Why.UNUSABLE);
  }

  @ParameterizedTest
  @CsvSource({"http://127.0.0.1:8463/token", "https://localhost/token", "https://[::1]/token"})
  void thisMachineIsAlwaysReachedDirect(String url) throws Exception {
    SystemRouting routing =
        new SystemRouting(
            Map.of("https_proxy", "http://p.example:3128", "http_proxy", "http://p.example:3128"),
            () -> {
              throw new AssertionError("The operating system is not to be asked");
            });
    assertThat(routing.to(Endpoint.parse(url))).isEqualTo(Route.direct(Why.THIS_MACHINE, ""));
    assertThat(routing.mayBlock(Endpoint.parse(url))).isFalse();
  }

  @Test
  void theRealOneOfThisMachineAnswers() throws Exception {
    assertThat(SystemRouting.of(Map.of()).to(Endpoint.parse("https://auth.example/token"))).isNotNull();
  }
}

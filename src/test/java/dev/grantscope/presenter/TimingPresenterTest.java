package dev.grantscope.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.adapter.wire.TestAuthority;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.AddressAttempt;
import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Phase;
import dev.grantscope.core.wire.ProxyHop;
import dev.grantscope.core.wire.Route;
import dev.grantscope.core.wire.TlsFacts;
import dev.grantscope.core.wire.TrustSource;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireProxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the Timing tab says of an exchange. */
class TimingPresenterTest {
  private final Desk desk = new Desk();

  private String run() {
    desk.typeSecret("s");
    desk.run();
    StringBuilder all = new StringBuilder();
    desk.screen.timingSections.forEach(
        section -> {
          all.append("# ").append(section.title()).append('\n');
          section.facts().forEach(it -> all.append(it.tone()).append(' ').append(it.label()).append('|').append(it.text()).append('\n'));
        });
    return all.toString();
  }

  private void seen(Route route, List<AddressAttempt> attempts, Optional<TlsFacts> tls, Optional<ProxyHop> hop) {
    desk.wire.seen =
        it ->
            new Exchange(
                it.request(), it.startedAt(), it.sent(), it.received(), it.response(), it.failure(), it.phases(), attempts, tls, hop, route);
  }

  @Test
  void beforeARunItSaysWhatToDo() {
    assertThat(desk.screen.timingNothing).startsWith("Press Run");
  }

  @Test
  void phasesAreDrawnToScaleAndCanBeReadAndCopied() {
    run();
    assertThat(desk.screen.timingTotal).isEqualTo("Total 350 ms");
    assertThat(desk.screen.timingBars).hasSize(2);
    TimingPresenter.Bar wait = desk.screen.timingBars.getLast();
    assertThat(wait.from()).isEqualTo(3 / 350.0);
    assertThat(wait.width()).isEqualTo(347 / 350.0);
    assertThat(wait.spoken()).isEqualTo("wait: 347 ms, from 3.0 ms");
    desk.presenters.timing().onCopy();
    assertThat(desk.clipboard.getLast()).contains("Total 350 ms", "wait: 347 ms, from 3.0 ms", "no Date header");
    desk.workbench.select(Desk.SECOND);
    assertThat(desk.screen.timingNothing).isNotEmpty();
  }

  @Test
  void theDetourFromABrokenIpv6IsSaid() {
    seen(
        Route.direct(Route.Why.NONE_KNOWN, ""),
        List.of(
            new AddressAttempt("2001:db8::1", 443, Duration.ofMillis(2), Optional.of(WireFailure.Kind.UNREACHABLE)),
            new AddressAttempt("192.0.2.1", 443, Duration.ofMillis(5), Optional.empty())),
        Optional.empty(),
        Optional.empty());
    assertThat(run())
        .contains("QUIET |Direct: neither the environment")
        .contains("ATTENTION |IPv6 does not work on the way to this host, IPv4 does. The detour took 2.0 ms")
        .contains("BAD 2001:db8::1 port 443 (IPv6)|cannot be reached from this machine (2.0 ms)")
        .contains("GOOD 192.0.2.1 port 443 (IPv4)|connected after 5.0 ms");
  }

  @Test
  void theProxyIsNamedWithItsReasonAndItsPasswordIsNot() {
    WireProxy proxy = new WireProxy("p.example", 3128, Secret.NONE).withBasic("me", Secret.of("canary-proxy-pw"));
    String sent =
        "CONNECT auth.example:443 HTTP/1.1\r\nHost: auth.example:443\r\nProxy-Authorization: "
            + proxy.authorization().reveal()
            + "\r\n\r\n";
    seen(
        Route.through(proxy, Route.Why.ENVIRONMENT, "https_proxy"),
        List.of(),
        Optional.empty(),
        Optional.of(new ProxyHop(proxy.toString(), Bytes.utf8(sent), Bytes.utf8("HTTP/1.1 200 OK\r\nVia: 1.1 \u05d0\r\n\r\n"), 200)));
    assertThat(run())
        .contains("Through the proxy p.example:3128, which the variable https_proxy names")
        .contains("Asked|CONNECT auth.example:443 HTTP/1.1")
        .contains("Asked|Proxy-Authorization: Basic ‹redacted›")
        .contains("Answered|HTTP/1.1 200 OK")
        .doesNotContain("canary")
        .doesNotContain(proxy.authorization().reveal().substring(6))
        .doesNotContain("\u05d0");
    desk.presenters.timing().onCopy();
    assertThat(desk.clipboard.getLast()).doesNotContain(proxy.authorization().reveal().substring(6));
  }

  @ParameterizedTest
  @CsvSource({
    "'JAVA SYSTEM', GOOD |Trusted by Java’s authorities and by those of the operating system",
    "'JAVA', GOOD |Trusted by Java’s authorities; those",
    "'SYSTEM', ATTENTION |Trusted by the operating system’s authorities only: corporate TLS inspection is likely",
    "'SYSTEM EXTRA', ATTENTION |Trusted by the operating system’s authorities only: corporate TLS inspection is likely",
    "'EXTRA', QUIET |Trusted by the authorities in your own file only",
    "'', BAD |Trusted by nobody",
  })
  void whoVouchesForTheServerIsSaid(String sources, String expected, @TempDir Path folder) {
    Set<TrustSource> by = EnumSet.noneOf(TrustSource.class);
    for (TrustSource source : TrustSource.values()) {
      if (sources.contains(source.name())) {
        by.add(source);
      }
    }
    TestAuthority authority = TestAuthority.in(folder);
    seen(
        Route.direct(Route.Why.NONE_KNOWN, ""),
        List.of(),
        Optional.of(new TlsFacts("TLSv1.3", "TLS_AES_128_GCM_SHA256", List.of(authority.certificate()), by)),
        Optional.empty());
    assertThat(run())
        .contains(expected)
        .contains("Version|TLSv1.3")
        .contains("# Certificate of the server")
        .contains("Issued by|itself (self-signed)")
        .containsPattern("(GOOD|ATTENTION|BAD) Valid\\|");
  }

  @Test
  void aPhaseThatFailedIsMarked() {
    desk.wire.seen =
        it ->
            new Exchange(
                it.request(), it.startedAt(), it.sent(), Bytes.EMPTY, Optional.empty(),
                Optional.of(new WireFailure(Phase.WAIT, WireFailure.Kind.TIMEOUT, "No answer began in time.")),
                it.phases(), List.of(), Optional.empty(), Optional.empty());
    assertThat(run()).contains("BAD |No answer began in time.");
    assertThat(desk.screen.timingBars.getLast().failed()).isTrue();
    assertThat(desk.screen.timingBars.getLast().spoken()).endsWith("it ended here");
  }
}

package dev.grantscope.adapter.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.grantscope.core.wire.Phase;
import dev.grantscope.core.wire.WireFailure.Kind;
import dev.grantscope.fixture.RefusingPort;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What a failure is called does not depend on the language of the desktop. */
class SystemErrorsTest {
  /** As glibc has them in German. */
  private static final Map<Integer, String> GERMAN =
      Map.of(
          97, "Die Adressfamilie wird vom Protokoll nicht unterstützt",
          101, "Das Netzwerk ist nicht erreichbar",
          104, "Die Verbindung wurde vom Kommunikationspartner zurückgesetzt",
          110, "Die Wartezeit für die Verbindung ist abgelaufen",
          111, "Verbindungsaufbau abgelehnt",
          113, "Keine Route zum Zielrechner");

  private final SystemErrors german = new SystemErrors(GERMAN::get);

  private static String said(int number) {
    return GERMAN.getOrDefault(number, "");
  }

  @Test
  void aConnectionThatDoesNotComeAboutHasTheSameKindInAnyLanguage() {
    assertThat(Dialer.kindOf(new SocketException(said(101)), german)).isEqualTo(Kind.UNREACHABLE);
    assertThat(Dialer.kindOf(new SocketException(said(97)), german)).isEqualTo(Kind.UNREACHABLE);
    assertThat(Dialer.kindOf(new ConnectException(said(110)), german)).isEqualTo(Kind.TIMEOUT);
    assertThat(Dialer.kindOf(new ConnectException(said(111)), german)).isEqualTo(Kind.REFUSED);
    assertThat(Dialer.kindOf(new SocketException(said(104)), german)).isEqualTo(Kind.REFUSED);
    assertThat(Dialer.kindOf(new SocketException("Network is unreachable"), german)).isEqualTo(Kind.UNREACHABLE);
    assertThat(Dialer.kindOf(new SocketException("Zu viele offene Dateien"), german)).isEqualTo(Kind.LOCAL);
    assertThat(Dialer.kindOf(new SocketException(), german)).isEqualTo(Kind.LOCAL);
  }

  @Test
  void aConnectionThatEndsHasTheSameKindInAnyLanguage() {
    assertThat(kind(said(110))).as("nobody reset it").isEqualTo(Kind.TIMEOUT);
    assertThat(kind(said(113))).isEqualTo(Kind.UNREACHABLE);
    assertThat(kind(said(104))).isEqualTo(Kind.RESET);
    assertThat(kind("Connection reset")).isEqualTo(Kind.RESET);
  }

  @Test
  void aConnectionThatBreaksUnderTlsHasTheKindOfWhatBrokeIt() {
    for (Phase phase : List.of(Phase.SEND, Phase.WAIT, Phase.RECEIVE)) {
      assertThat(underTls(phase, "Connection timed out")).as("nobody reset it").isEqualTo(Kind.TIMEOUT);
      assertThat(underTls(phase, "No route to host")).isEqualTo(Kind.UNREACHABLE);
      assertThat(underTls(phase, "Connection reset")).isEqualTo(Kind.RESET);
    }
  }

  private static Kind underTls(Phase phase, String message) {
    return FailureMapping.of(phase, new SSLException(message, new SocketException(message)), Optional.empty()).kind();
  }

  @Test
  void aLookUpThatLeftTheNameOpenIsKnownInAnyLanguage() {
    SystemErrors french = new SystemErrors(number -> number == -3 ? "Échec temporaire dans la résolution du nom" : null);

    assertThat(french.leavesOpen(new UnknownHostException("a.example: Échec temporaire dans la résolution du nom"))).isTrue();
    assertThat(french.leavesOpen(new UnknownHostException("a.example: Nom ou service inconnu"))).isFalse();
    assertThat(SystemErrors.here().leavesOpen(new UnknownHostException("a.example: Temporary failure in name resolution"))).isTrue();
    assertThat(SystemErrors.here().leavesOpen(new UnknownHostException())).isFalse();
  }

  private Kind kind(String message) {
    return FailureMapping.ofSocket(Phase.WAIT, new SocketException(message), german).kind();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void knowsTheWordsOfThisSystem() throws Exception {
    try (RefusingPort port = new RefusingPort(); Socket socket = new Socket()) {
      IOException refused =
          catchThrowableOfType(
              IOException.class, () -> socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.port())));

      assertThat(SystemErrors.here().saidBy(refused)).isEqualTo("Connection refused");
    }
  }
}

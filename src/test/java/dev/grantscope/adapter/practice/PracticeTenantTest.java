package dev.grantscope.adapter.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.Profile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server itself: where it listens, when it starts and how it ends. */
@Timeout(60)
class PracticeTenantTest {
  @Test
  void aSecondStartChangesNothing() throws Exception {
    try (PracticeTenant tenant = new PracticeTenant(0)) {
      String baseUrl = tenant.start();

      assertThat(baseUrl).matches("http://127\\.0\\.0\\.1:[0-9]+");
      assertThat(tenant.start()).isEqualTo(baseUrl);
      assertThat(get(baseUrl + "/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void itListensOnLoopbackOnly() throws Exception {
    try (PracticeTenant tenant = new PracticeTenant(0)) {
      int port = URI.create(tenant.start()).getPort();
      // A socket bound to all addresses would answer on every one of 127.0.0.0/8, and would be in the way here.
      for (InetAddress other : NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses).toList()) {
        if (!other.getHostAddress().equals("127.0.0.1")) {
          assertThatThrownBy(() -> connect(other, port)).as(other.getHostAddress()).isInstanceOf(IOException.class);
        }
      }
      InetAddress anotherLoopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
      assertThatThrownBy(() -> connect(anotherLoopback, port)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void itTakesAnotherPortWhenThePreferredOneIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        PracticeTenant tenant = new PracticeTenant(taken.getLocalPort(), true, Thread::sleep)) {
      String baseUrl = tenant.start();

      assertThat(URI.create(baseUrl).getPort()).isNotEqualTo(taken.getLocalPort());
      assertThat(get(baseUrl + "/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aChosenPortIsTakenOrRefused() throws Exception {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        PracticeTenant tenant = new PracticeTenant(taken.getLocalPort())) {
      port = taken.getLocalPort();
      assertThatThrownBy(tenant::start)
          .isInstanceOf(IOException.class)
          .hasMessage("The practice tenant could not listen on port " + port + " of 127.0.0.1.");
    }
    try (PracticeTenant tenant = new PracticeTenant(port)) {
      assertThat(tenant.start()).isEqualTo("http://127.0.0.1:" + port);
    }
  }

  @Test
  void itsThreadsAreDaemonsAndEndWithIt() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    PracticeTenant tenant = new PracticeTenant(0);
    tenant.start();
    Set<Thread> own = new HashSet<>(Thread.getAllStackTraces().keySet());
    own.removeAll(before);
    own.removeIf(thread -> !thread.getName().startsWith("HTTP-"));

    assertThat(own).isNotEmpty().allMatch(Thread::isDaemon);
    tenant.close();
    for (Thread thread : own) {
      assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
    }
  }

  @Test
  void closingGivesUpASlowAnswer() throws Exception {
    CountDownLatch resting = new CountDownLatch(1);
    CountDownLatch woken = new CountDownLatch(1);
    PracticeTenant tenant =
        new PracticeTenant(
            0,
            false,
            time -> {
              if (time.isPositive()) {
                resting.countDown();
                try {
                  Thread.sleep(Duration.ofMinutes(5));
                } finally {
                  woken.countDown();
                }
              }
            });
    PracticeClient client = new PracticeClient(tenant.start());
    HttpRequest slow = client.request(PracticeClient.Form.of(scenario(tenant, "slow"))).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      CompletableFuture<HttpResponse<String>> response = http.sendAsync(slow, HttpResponse.BodyHandlers.ofString());
      assertThat(resting.await(30, TimeUnit.SECONDS)).isTrue();

      tenant.close();

      assertThat(woken.await(30, TimeUnit.SECONDS)).isTrue();
      assertThatThrownBy(() -> response.get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    }
  }

  @Test
  void itCanBeStartedAgain() throws Exception {
    PracticeTenant tenant = new PracticeTenant(0);
    String first = tenant.start();
    tenant.close();
    assertThatThrownBy(() -> get(first + "/")).isInstanceOf(IOException.class);

    assertThat(get(tenant.start() + "/").statusCode()).isEqualTo(200);
    tenant.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /granted-as-asked/oauth/token, 405, POST",
    "PUT, /html-login/oauth/token, 405, POST",
    "POST, /, 405, 'GET, HEAD'",
    "GET, /nowhere, 404, -",
    "POST, /granted-as-asked/oauth/token/, 404, -",
    "GET, /login, 200, -",
    "HEAD, /, 200, -",
  })
  void answersOtherMethodsAndPaths(String method, String path, int status, String allow) throws Exception {
    try (PracticeTenant tenant = new PracticeTenant(0)) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(tenant.start() + path)).method(method, HttpRequest.BodyPublishers.noBody()).build();
      HttpResponse<String> response = send(request);

      assertThat(response.statusCode()).isEqualTo(status);
      assertThat(response.headers().firstValue("Allow").orElse("-")).isEqualTo(allow);
      assertThat(response.headers().firstValue("Server")).contains("GrantScope-Practice");
      if (status >= 400) {
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.body()).startsWith("{\"error\":");
      }
    }
  }

  @Test
  void itListsItsClients() throws Exception {
    try (PracticeTenant tenant = new PracticeTenant(0)) {
      String baseUrl = tenant.start();
      HttpResponse<String> response = get(baseUrl + "/");

      assertThat(response.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
      for (Practice.Scenario scenario : tenant.scenarios()) {
        assertThat(response.body())
            .contains(Practice.at(baseUrl, scenario.profile().draft().tokenUrl()))
            .contains(scenario.profile().draft().clientId())
            .contains(scenario.secret().reveal().replace("\n", "\\n"))
            .contains(scenario.lesson());
      }
    }
  }

  @Test
  void itsProfilesAreReadyAndAlwaysTheSame() throws Exception {
    try (PracticeTenant one = new PracticeTenant(0);
        PracticeTenant other = new PracticeTenant(0)) {
      assertThat(one.scenarios()).isEqualTo(other.scenarios());
      Profile first = one.scenarios().getFirst().profile();
      assertThat(first.id()).isEqualTo(UUID.fromString("2eee75ba-e6ef-3ed7-9aa2-7fb6dfb311e0"));
      assertThat(first.name()).isEqualTo("Granted as asked");
      assertThat(one.scenarios())
          .allSatisfy(
              scenario -> {
                assertThat(scenario.profile().group()).isEqualTo("Practice tenant");
                assertThat(scenario.profile().draft().provider()).isEqualTo(Practice.PROVIDER);
                assertThat(scenario.profile().draft().region()).isEqualTo(scenario.id());
                assertThat(scenario.profile().draft().tokenUrl()).startsWith("http://127.0.0.1:8463/" + scenario.id() + "/oauth");
                assertThat(scenario.lesson()).endsWith(".").doesNotContain(". ");
                assertThat(scenario.secret().isEmpty()).isFalse();
              });
      assertThat(one.scenarios().stream().map(scenario -> scenario.profile().id()).distinct()).hasSameSizeAs(one.scenarios());
      assertThat(one.scenarios().stream().map(scenario -> scenario.profile().name()).distinct()).hasSameSizeAs(one.scenarios());
    }
  }

  private static void connect(InetAddress address, int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 5_000);
    }
  }

  private static Practice.Scenario scenario(PracticeTenant tenant, String id) {
    return tenant.scenarios().stream().filter(scenario -> scenario.id().equals(id)).findFirst().orElseThrow();
  }

  private static HttpResponse<String> get(String url) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(url)).build());
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}

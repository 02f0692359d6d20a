import dev.grantscope.adapter.files.JsonProfileStore;
import dev.grantscope.adapter.wire.SocketWire;
import dev.grantscope.core.grant.BodyFormat;
import dev.grantscope.core.grant.ClientAuthentication;
import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.GrantRequest;
import dev.grantscope.core.grant.GrantService;
import dev.grantscope.core.grant.GrantType;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.WireListener;
import dev.grantscope.core.wire.WireSettings;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** One grant in a process that is warm, beside a bare exchange with HttpCore and a bare socket; and 10,000 profiles. Prints name and microseconds. */
public final class InProcess {
  /** Until then much of it, ours and HttpCore, is interpreted: the JVM compiles a method after 200 calls at the earliest. */
  private static final int WARM_UP = 3000;

  private InProcess() {}

  private interface Work {
    void once() throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    String url = arguments[0];
    int rounds = Integer.parseInt(arguments[1]);
    SocketWire wire = new SocketWire();
    GrantService service = new GrantService(wire, "GrantScope/bench");
    GrantRequest request =
        new GrantRequest(
            Endpoint.parse(url),
            GrantType.CLIENT_CREDENTIALS,
            new ClientAuthentication.Basic("bench", Secret.of("bench-secret")),
            BodyFormat.FORM,
            ScopeSet.parse("a"),
            Optional.empty(),
            List.of(),
            List.of());
    URI uri = URI.create(url);
    Work ours =
        () -> {
          GrantOutcome outcome = service.run(request, WireSettings.STANDARD, new Cancellation(), WireListener.NONE).outcome();
          if (!(outcome instanceof GrantOutcome.Granted)) {
            throw new IllegalStateException(String.valueOf(outcome));
          }
        };
    Work core = () -> BareGrant.call(uri, "bench-secret");
    Work socket = () -> raw(uri);
    Work[] works = {ours, core, socket};
    long[][] times = new long[works.length][rounds];
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2));
    Random dice = new Random(7);
    // All in each round, so that whatever else this machine does falls on all alike; in random order, since a server that still tidies
    // up after one makes the next one wait.
    for (int round = -WARM_UP; round < rounds; round++) {
      Collections.shuffle(order, dice);
      for (int i : order) {
        long start = System.nanoTime();
        works[i].once();
        if (round >= 0) {
          times[i][round] = System.nanoTime() - start;
        }
      }
    }
    print("grant", times[0]);
    print("httpcore", times[1]);
    print("socket", times[2]);
    wire.close();
    if (arguments.length < 3) {
      System.exit(0);
    }
    Path home = Path.of(arguments[2]);
    List<Profile> profiles = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      profiles.add(
          Profile.blank(
              new UUID(7, i), "Contact centre " + i, ProfileDraft.blank("oauth").withProvider("oauth", "", "https://id.example/" + i + "/token").withClientId("client-" + i)));
    }
    Files.createDirectories(home.resolve("config"));
    JsonProfileStore store = new JsonProfileStore(home.resolve("config"), InstantSource.system());
    long[] save = new long[7];
    long[] load = new long[7];
    for (int i = 0; i < save.length; i++) {
      long start = System.nanoTime();
      store.save(profiles);
      save[i] = System.nanoTime() - start;
      start = System.nanoTime();
      if (new JsonProfileStore(home.resolve("config"), InstantSource.system()).load().profiles().size() != profiles.size()) {
        throw new IllegalStateException("profiles were lost");
      }
      load[i] = System.nanoTime() - start;
    }
    print("save", save);
    print("load", load);
    System.exit(0);
  }

  private static void raw(URI url) throws Exception {
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST " + url.getPath() + " HTTP/1.1\r\nHost: " + url.getAuthority()
                  + "\r\nAuthorization: Basic YmVuY2g6YmVuY2gtc2VjcmV0\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                  + "Content-Length: 37\r\nConnection: close\r\n\r\ngrant_type=client_credentials&scope=a")
              .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      in.readAllBytes();
    }
  }

  private static void print(String name, long[] nanos) {
    Arrays.sort(nanos);
    System.out.println(name + " " + nanos[nanos.length / 2] / 1000);
  }
}

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A token endpoint on loopback, once plain and once over TLS, for the training of the command line: in a process of its own, so that
 * what a server needs is not in the client's cache. {@code java TokenServer.java FOLDER} reads FOLDER/tls.p12 and writes FOLDER/ports.
 */
final class TokenServer {
  private static final char[] PASSWORD = "training".toCharArray();
  private static final byte[] ANSWER =
      ("{\"access_token\":\"eyJhbGciOiJub25lIn0.eyJzdWIiOiJ0In0.\",\"token_type\":\"Bearer\",\"expires_in\":3600,"
              + "\"scope\":\"a\"}")
          .getBytes(StandardCharsets.UTF_8);

  private TokenServer() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("tls.p12"))) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpsServer tls = HttpsServer.create(any, 0);
    tls.setHttpsConfigurator(new HttpsConfigurator(context));
    HttpServer plain = HttpServer.create(any, 0);
    for (HttpServer server : new HttpServer[] {tls, plain}) {
      server.createContext("/token", TokenServer::answer);
      server.start();
    }
    Path ports = folder.resolve("ports");
    Path unfinished = folder.resolve("ports.new");
    Files.writeString(unfinished, tls.getAddress().getPort() + " " + plain.getAddress().getPort() + "\n");
    Files.move(unfinished, ports, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().putAll(Map.of("Content-Type", java.util.List.of("application/json")));
    exchange.sendResponseHeaders(200, ANSWER.length);
    exchange.getResponseBody().write(ANSWER);
    exchange.close();
  }
}

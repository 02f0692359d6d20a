import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** The least that a token call with HttpCore can be, as a process and as a call: the measure for ours. */
public final class BareGrant {
  private BareGrant() {}

  public static void main(String[] arguments) throws Exception {
    System.out.println(call(URI.create(arguments[0]), System.getenv("BENCH_SECRET")));
  }

  static String call(URI url, String secret) throws Exception {
    try (Socket socket = new Socket(url.getHost(), url.getPort());
        DefaultBHttpClientConnection connection = new DefaultBHttpClientConnection(Http1Config.DEFAULT)) {
      socket.setTcpNoDelay(true);
      connection.bind(socket);
      byte[] body = "grant_type=client_credentials&scope=a".getBytes(StandardCharsets.UTF_8);
      BasicClassicHttpRequest request = new BasicClassicHttpRequest("POST", url.getPath());
      request.addHeader("Host", url.getAuthority());
      request.addHeader("Accept", "application/json");
      request.addHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(("bench:" + secret).getBytes(StandardCharsets.UTF_8)));
      request.addHeader("Content-Type", "application/x-www-form-urlencoded");
      request.addHeader("Content-Length", body.length);
      request.addHeader("Connection", "close");
      request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_FORM_URLENCODED));
      connection.sendRequestHeader(request);
      connection.sendRequestEntity(request);
      connection.flush();
      ClassicHttpResponse response = connection.receiveResponseHeader();
      connection.receiveResponseEntity(response);
      return response.getCode() + " " + EntityUtils.toString(response.getEntity());
    }
  }
}

package dev.grantscope.adapter.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/** A server on a real loopback socket that does, byte for byte, what a script says, and records what it was sent. */
public final class RawServer implements AutoCloseable {
  /** What the server does with one connection; the connection is closed after it. */
  @FunctionalInterface
  public interface Script {
    void run(Connection connection) throws Exception;
  }

  private final ServerSocket listening;
  private final List<Connection> connections = new CopyOnWriteArrayList<>();
  private final CountDownLatch first = new CountDownLatch(1);

  private RawServer(ServerSocket listening) {
    this.listening = listening;
  }

  /** Runs the script for each connection, each on a thread of its own. */
  public static RawServer running(Script script) {
    return running(InetAddress.getLoopbackAddress(), script);
  }

  /** The same at this address of this machine. */
  public static RawServer running(InetAddress address, Script script) {
    try {
      RawServer server = new RawServer(new ServerSocket(0, 50, address));
      Thread.ofVirtual().start(() -> server.accept(script));
      return server;
    } catch (IOException e) {
      throw new AssertionError("no loopback socket", e);
    }
  }

  /** Reads what comes first, sends these bytes and waits for the other side to close. */
  public static RawServer speaking(String hex) {
    return running(
        connection -> {
          connection.read();
          connection.writeRaw(HexFormat.of().parseHex(hex));
          connection.readUntilClosed();
        });
  }

  /** Reads one request, sends these bytes and closes. */
  public static RawServer answering(String latin1) {
    return running(
        connection -> {
          connection.readRequest();
          connection.write(latin1);
        });
  }

  private void accept(Script script) {
    while (!listening.isClosed()) {
      try {
        Connection connection = new Connection(listening.accept());
        connections.add(connection);
        first.countDown();
        Thread.ofVirtual().start(() -> connection.run(script));
      } catch (IOException e) {
        return;
      }
    }
  }

  public int port() {
    return listening.getLocalPort();
  }

  /** All connections so far, in their order. */
  public List<Connection> connections() {
    return connections;
  }

  /** The only connection, after its script has ended. */
  public Connection only() throws InterruptedException {
    if (!first.await(20, TimeUnit.SECONDS) || connections.size() != 1) {
      throw new AssertionError(connections.size() + " connections instead of one");
    }
    connections.getFirst().awaitEnd();
    return connections.getFirst();
  }

  @Override
  public void close() {
    try {
      listening.close();
      for (Connection connection : connections) {
        connection.raw.close();
      }
    } catch (IOException e) {
      throw new AssertionError("a loopback socket cannot be closed", e);
    }
  }

  /** One connection as its script sees it. */
  public static final class Connection {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)\r\n");

    private final Socket raw;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private volatile Socket socket;
    private volatile boolean closedByClient;

    private Connection(Socket raw) throws IOException {
      this.raw = raw;
      this.socket = raw;
      raw.setTcpNoDelay(true);
    }

    private void run(Script script) {
      try (raw) {
        script.run(this);
      } catch (Exception e) {
        // The client may leave at any time; tests look at what was received and at the client's side.
      } finally {
        ended.countDown();
      }
    }

    /** Goes on with TLS as the server, with the first certificate of the context. */
    public void startTls(SSLContext context, String protocol, boolean needClientCertificate) throws IOException {
      SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(raw, null, raw.getPort(), true);
      tls.setUseClientMode(false);
      tls.setEnabledProtocols(new String[] {protocol});
      tls.setNeedClientAuth(needClientCertificate);
      tls.startHandshake();
      socket = tls;
    }

    /** The certificate that the client showed in TLS. */
    public Optional<Certificate> clientCertificate() {
      try {
        return Optional.of(((SSLSocket) socket).getSession().getPeerCertificates()[0]);
      } catch (SSLPeerUnverifiedException e) {
        return Optional.empty();
      }
    }

    /** Reads a head, and a body if Content-Length states one. */
    public String readRequest() throws IOException {
      StringBuilder request = new StringBuilder();
      while (request.indexOf("\r\n\r\n", request.length() - 4) < 0) {
        request.append((char) read());
      }
      Matcher length = LENGTH.matcher(request);
      if (length.find()) {
        byte[] body = socket.getInputStream().readNBytes(Integer.parseInt(length.group(1)));
        record(body, body.length);
        request.append(new String(body, StandardCharsets.ISO_8859_1));
      }
      return request.toString();
    }

    /** Reads one byte. */
    public int read() throws IOException {
      int octet = socket.getInputStream().read();
      if (octet < 0) {
        closedByClient = true;
        throw new IOException("the client has closed");
      }
      record(new byte[] {(byte) octet}, 1);
      return octet;
    }

    /** Reads until the client closes or resets. */
    public void readUntilClosed() {
      try {
        byte[] piece = new byte[8192];
        for (int count = socket.getInputStream().read(piece); count >= 0; count = socket.getInputStream().read(piece)) {
          record(piece, count);
        }
      } catch (IOException e) {
        // A reset is an end too.
      }
      closedByClient = true;
    }

    private synchronized void record(byte[] bytes, int length) {
      received.write(bytes, 0, length);
    }

    public void write(String latin1) throws IOException {
      write(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    public void write(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    }

    /** Writes below TLS. */
    public void writeRaw(byte[] bytes) throws IOException {
      raw.getOutputStream().write(bytes);
    }

    /** Ends the connection with a reset instead of a proper close. */
    public void reset() throws IOException {
      raw.setSoLinger(true, 0);
      raw.close();
    }

    /** Ends TLS properly, with close_notify. */
    public void endTls() throws IOException {
      ((SSLSocket) socket).shutdownOutput();
    }

    /** Every byte that came, after TLS. */
    public synchronized byte[] received() {
      return received.toByteArray();
    }

    /** Whether the script saw the client close the connection. */
    public boolean closedByClient() {
      return closedByClient;
    }

    /** Waits until the script has ended. */
    public void awaitEnd() throws InterruptedException {
      if (!ended.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("the server's script has not ended");
      }
    }
  }
}

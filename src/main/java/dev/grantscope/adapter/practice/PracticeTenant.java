package dev.grantscope.adapter.practice;

import com.sun.net.httpserver.HttpServer;
import dev.grantscope.core.profile.Practice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** The practice tenant: an HTTP server on 127.0.0.1 that runs from {@link #start()} to {@link #close()}, on daemon threads. */
public final class PracticeTenant implements Practice, AutoCloseable {
  /** Where it listens unless something else does. */
  public static final int PREFERRED_PORT = 8463;

  private static final int ANY_PORT = 0;

  private final int port;
  private final boolean elseAnyPort;
  private final PracticeExchange.Rest rest;
  private @Nullable List<Scenario> scenarios;
  private @Nullable Running running;

  /** On the preferred port, or on any free one where that is taken. */
  public PracticeTenant() {
    this(PREFERRED_PORT, true, Thread::sleep);
  }

  /** On this port and no other; 0 for any free one. */
  public PracticeTenant(int port) {
    this(port, false, Thread::sleep);
  }

  PracticeTenant(int port, boolean elseAnyPort, PracticeExchange.Rest rest) {
    this.port = port;
    this.elseAnyPort = elseAnyPort;
    this.rest = rest;
  }

  private record Running(HttpServer server, ExecutorService workers, String baseUrl) {}

  @Override
  public synchronized List<Scenario> scenarios() {
    if (scenarios == null) {
      scenarios = Seeds.of(ScenarioTree.withoutTenants());
    }
    return scenarios;
  }

  @Override
  public synchronized String start() throws IOException {
    if (running == null) {
      running = run(bound());
    }
    return running.baseUrl();
  }

  /** Stops it: open connections are closed, a slow answer is given up. It can be started again. */
  @Override
  public synchronized void close() {
    if (running != null) {
      running.server().stop(0);
      running.workers().shutdownNow();
      running = null;
    }
  }

  private HttpServer bound() throws IOException {
    try {
      return HttpServer.create(loopback(port), 0);
    } catch (IOException _) {
      if (!elseAnyPort) {
        throw new IOException("The practice tenant could not listen on port " + port + " of 127.0.0.1.");
      }
    }
    try {
      return HttpServer.create(loopback(ANY_PORT), 0);
    } catch (IOException _) {
      throw new IOException("The practice tenant could not listen on any port of 127.0.0.1.");
    }
  }

  private static InetSocketAddress loopback(int port) throws IOException {
    return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
  }

  private Running run(HttpServer server) throws IOException {
    String baseUrl = "http://127.0.0.1:" + server.getAddress().getPort();
    ExecutorService workers = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("practice-", 0).factory());
    server.setExecutor(workers);
    PracticeData data = PracticeDataReader.read(ScenarioTree.whole());
    server.createContext("/", new PracticeExchange(data, new AccessTokens(InstantSource.system()), baseUrl, rest));
    // The server's own thread is a daemon only if the one that starts it is.
    FutureTask<Void> started = new FutureTask<>(server::start, null);
    try {
      Thread starter = Thread.ofPlatform().daemon().name("practice-start").start(started);
      starter.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      server.stop(0);
      throw new IOException("The practice tenant was stopped while it started.");
    }
    return new Running(server, workers, baseUrl);
  }
}

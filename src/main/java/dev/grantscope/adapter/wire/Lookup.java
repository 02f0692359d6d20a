package dev.grantscope.adapter.wire;

import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.Route;
import dev.grantscope.core.wire.Routing;
import dev.grantscope.core.wire.WireFailure.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Looks up names, and proxies in the operating system, on threads of its own, since neither can be interrupted: who waits too long leaves
 * it behind.
 */
final class Lookup implements AutoCloseable {
  private static final int AT_ONCE = 4;
  private static final Pattern NUMBERS =
      Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])");

  private final NameResolver resolver;
  private final ThreadPoolExecutor threads;

  Lookup(NameResolver resolver, ThreadFactory daemons) {
    this.resolver = resolver;
    this.threads = new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons);
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * All addresses of a host, at least one.
   *
   * @throws StepFailedException if it has none
   * @throws IOException if the wait was ended by the guard
   */
  List<InetAddress> addresses(String host, Guard guard) throws IOException {
    if (isInNumbers(host)) {
      return List.of(InetAddress.ofLiteral(host));
    }
    CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
    threads.execute(() -> complete(answer, () -> resolver.resolve(host)));
    List<InetAddress> addresses;
    try {
      addresses = guard.await(answer);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UnknownHostException unknown && SystemErrors.here().leavesOpen(unknown)
          ? new StepFailedException(
              Kind.UNREACHABLE, "The name servers of this machine could not be asked, or could not say, whether there is a name " + host + ".")
          : noAddress(host);
    }
    if (addresses.isEmpty()) {
      throw noAddress(host);
    }
    return addresses;
  }

  /** There is nothing to look up, and so nothing that could block. */
  private static boolean isInNumbers(String host) {
    return host.contains(":") || NUMBERS.matcher(host).matches();
  }

  /**
   * The way to a server.
   *
   * @throws StepFailedException if it could not be found out
   * @throws IOException if the wait was ended by the guard
   */
  Route route(Endpoint server, Routing routing, Guard guard) throws IOException {
    return routing.mayBlock(server) ? asked(server, routing, guard) : routing.to(server);
  }

  private Route asked(Endpoint server, Routing routing, Guard guard) throws IOException {
    CompletableFuture<Route> answer = new CompletableFuture<>();
    threads.execute(() -> complete(answer, () -> routing.to(server)));
    try {
      return guard.await(answer);
    } catch (ExecutionException e) {
      throw new StepFailedException(Kind.LOCAL, "The operating system could not be asked for its proxy.");
    }
  }

  private <T> void complete(CompletableFuture<T> answer, Callable<T> question) {
    // Given up while it stood in the queue behind others that hang.
    if (answer.isDone()) {
      return;
    }
    try {
      answer.complete(question.call());
    } catch (Exception e) {
      answer.completeExceptionally(e);
    }
  }

  private static StepFailedException noAddress(String host) {
    return new StepFailedException(Kind.UNKNOWN_HOST, "No address was found for the name " + host + ".");
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

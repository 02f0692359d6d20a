package dev.grantscope.adapter.wire;

import dev.grantscope.core.wire.WireFailure.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Looks names up on threads of its own, since a look-up cannot be interrupted: who waits for one too long leaves it behind. */
final class Lookup implements AutoCloseable {
  private static final int AT_ONCE = 4;

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
    CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
    threads.execute(() -> complete(answer, host));
    List<InetAddress> addresses;
    try {
      addresses = guard.await(answer);
    } catch (ExecutionException e) {
      throw noAddress(host);
    }
    if (addresses.isEmpty()) {
      throw noAddress(host);
    }
    return addresses;
  }

  private void complete(CompletableFuture<List<InetAddress>> answer, String host) {
    // Given up while it stood in the queue behind others that hang.
    if (answer.isDone()) {
      return;
    }
    try {
      answer.complete(resolver.resolve(host));
    } catch (IOException | RuntimeException e) {
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

package dev.grantscope.adapter.wire;

import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.HttpWire;
import dev.grantscope.core.wire.WireListener;
import dev.grantscope.core.wire.WireRequest;
import dev.grantscope.core.wire.WireSettings;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * HTTP/1.1 over plain sockets, each step by itself (RFC 9112), with a tap on both streams. Any number of exchanges at once.
 *
 * <p>Through a proxy for plain http, {@link Exchange#request()} is the request as it was really sent: in absolute form, and with the
 * proxy's credentials where it wants them.
 */
public final class SocketWire implements HttpWire, AutoCloseable {
  private final ThreadFactory daemons;
  private final ScheduledThreadPoolExecutor watchdog;
  private final Lookup lookup;
  private final TrustStores trustStores = new TrustStores();

  /** With the names of this machine. */
  public SocketWire() {
    this(NameResolver.SYSTEM);
  }

  /** With names of one's own. */
  public SocketWire(NameResolver resolver) {
    // Not by Thread.ofPlatform(): its counting of names costs 5 ms at the first thread.
    daemons =
        work -> {
          Thread thread = new Thread(work, "wire");
          thread.setDaemon(true);
          return thread;
        };
    // An alarm that is cancelled stays until it would have rung, empty: removed, it would leave the next one as the first, and each new
    // first one wakes the thread, which costs a fifth of an exchange over loopback.
    watchdog = new ScheduledThreadPoolExecutor(1, daemons);
    lookup = new Lookup(resolver, daemons);
  }

  @Override
  public Exchange exchange(WireRequest request, WireSettings settings, Cancellation cancellation, WireListener listener) {
    CompletableFuture<X509ExtendedTrustManager> trust = new CompletableFuture<>();
    if (request.endpoint().tls()) {
      // Takes a quarter of a second the first time: meanwhile the name is looked up, and the TLS handshake begun.
      daemons.newThread(() -> readTrust(trust, settings.extraAuthorities())).start();
    }
    try (Guard guard = new Guard(watchdog, settings.limits().total())) {
      cancellation.onCancel(guard::cancel);
      PhaseClock clock = new PhaseClock(guard, settings.limits(), listener);
      return withTrust(new Conversation(request, settings, guard, clock, lookup, trust).hold(), settings.extraAuthorities());
    } finally {
      cancellation.onCancel(() -> {});
    }
  }

  /** Who vouches for the chain is found out when all is over, so that no phase is longer for it. */
  private Exchange withTrust(Exchange exchange, List<X509Certificate> extraAuthorities) {
    return exchange
        .tls()
        .filter(it -> !it.chain().isEmpty())
        .map(it -> exchange.withTls(it.withTrustedBy(trustStores.vouching(it.chain(), extraAuthorities))))
        .orElse(exchange);
  }

  private void readTrust(CompletableFuture<X509ExtendedTrustManager> trust, List<X509Certificate> extraAuthorities) {
    try {
      trust.complete(trustStores.with(extraAuthorities));
    } catch (GeneralSecurityException | RuntimeException e) {
      trust.completeExceptionally(e);
    }
  }

  /** Ends its threads. Exchanges that are under way lose their limits: cancel them first. */
  @Override
  public void close() {
    watchdog.shutdownNow();
    lookup.close();
  }
}

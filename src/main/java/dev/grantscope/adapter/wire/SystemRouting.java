package dev.grantscope.adapter.wire;

import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.EndpointException;
import dev.grantscope.core.wire.Route;
import dev.grantscope.core.wire.Route.Why;
import dev.grantscope.core.wire.Routing;
import dev.grantscope.core.wire.WireProxy;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The way that the environment names ({@code https_proxy}, {@code all_proxy}, {@code no_proxy}, as curl reads them), else the operating
 * system. This machine is always reached direct. Asks when a request is sent, never before.
 */
public final class SystemRouting implements Routing {
  private static final List<String> VARIABLES = List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");
  private static final List<String> EXCEPTIONS = List.of("no_proxy", "NO_PROXY");

  private final Map<String, String> environment;
  private final Supplier<ProxySelector> platform;

  /** With the environment and the operating system of others, for tests. */
  SystemRouting(Map<String, String> environment, Supplier<ProxySelector> platform) {
    this.environment = Map.copyOf(environment);
    this.platform = platform;
  }

  /** Of this machine. */
  public static SystemRouting of(Map<String, String> environment) {
    return new SystemRouting(environment, SystemRouting::selector);
  }

  private static ProxySelector selector() {
    // Java reads it when its selector is first asked for. Our sockets go by no selector, so it decides nothing else.
    System.setProperty("java.net.useSystemProxies", "true");
    return ProxySelector.getDefault();
  }

  @Override
  public boolean mayBlock(Endpoint server) {
    return !server.isLoopback();
  }

  @Override
  public Route to(Endpoint server) {
    if (server.isLoopback()) {
      return Route.direct(Why.THIS_MACHINE, "");
    }
    for (String name : EXCEPTIONS) {
      if (ProxyExceptions.parse(environment.getOrDefault(name, "")).contain(server)) {
        return Route.direct(Why.EXCEPTED, name);
      }
    }
    for (String name : VARIABLES) {
      String value = environment.getOrDefault(name, "").strip();
      if (!value.isEmpty()) {
        return named(value, name);
      }
    }
    return bySystem(server);
  }

  /** {@code [http://][user:password@]host[:port]}. */
  private static Route named(String value, String variable) {
    try {
      int at = value.lastIndexOf('@');
      int colons = value.indexOf("://");
      String credentials = at < 0 ? "" : value.substring(colons < 0 ? 0 : colons + 3, at);
      String address = at < 0 ? value : (colons < 0 ? "" : value.substring(0, colons + 3)) + value.substring(at + 1);
      int colon = credentials.indexOf(':');
      String user = decoded(colon < 0 ? credentials : credentials.substring(0, colon));
      Secret password = Secret.of(colon < 0 ? "" : decoded(credentials.substring(colon + 1)));
      return Route.through(WireProxy.parse(address).withBasic(user, password), Why.ENVIRONMENT, variable);
    } catch (EndpointException | IllegalArgumentException e) {
      return Route.direct(Why.UNUSABLE, variable);
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private Route bySystem(Endpoint server) {
    ProxySelector selector = platform.get();
    List<Proxy> proxies = selector == null ? List.of() : selector.select(URI.create("https://" + server.authority() + "/"));
    Optional<Proxy> first = proxies.stream().findFirst();
    if (first.isEmpty() || first.get().type() == Proxy.Type.DIRECT) {
      return Route.direct(Why.NONE_KNOWN, "");
    }
    return first.get().type() == Proxy.Type.HTTP && first.get().address() instanceof InetSocketAddress address
        ? Route.through(new WireProxy(address.getHostString(), address.getPort(), Secret.NONE), Why.SYSTEM, "")
        : Route.direct(Why.UNUSABLE, "");
  }
}

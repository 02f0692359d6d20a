package dev.grantscope.cli;

import dev.grantscope.core.grant.GrantRequest;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.EndpointException;
import dev.grantscope.core.wire.WireLimits;
import dev.grantscope.core.wire.WireProxy;
import dev.grantscope.core.wire.WireSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How to get there. */
final class WireOptions {
  private @Nullable Double timeout;
  private @Nullable String proxy;
  private @Nullable String ca;

  void addTo(Options options) {
    options
        .number("--timeout", "SECONDS", "The limit of everything together.", it -> timeout = it)
        .text("--proxy", "URL", "An HTTP proxy, such as http://proxy.example:3128.", it -> proxy = it)
        .text("--ca", "FILE", "Certificates (PEM) to trust beside those of the system.", it -> ca = it);
  }

  /** http to this machine is allowed since it never leaves it; through a proxy it would, with the secret in clear. */
  void refuseFor(GrantRequest request) {
    if (proxy != null && !request.endpoint().tls()) {
      throw new CommandFailedException(ExitCode.USAGE, "--proxy is for https only: the proxy would read the secret");
    }
  }

  WireSettings settings() {
    return new WireSettings(limits(), proxy(), authorities());
  }

  private WireLimits limits() {
    if (timeout == null) {
      return WireLimits.STANDARD;
    }
    if (!(timeout >= 0.1 && timeout <= 3600)) {
      throw new CommandFailedException(ExitCode.USAGE, "--timeout is a number of seconds from 0.1 to 3600");
    }
    return WireLimits.within(Duration.ofMillis(Math.round(timeout * 1000)));
  }

  private Optional<WireProxy> proxy() {
    if (proxy == null) {
      return Optional.empty();
    }
    try {
      // Read as https only so that a host elsewhere is allowed; a proxy gets no secret of the client but what it is told to pass on.
      Endpoint endpoint = Endpoint.parse(proxy.replaceFirst("^http://", "https://"));
      boolean named = proxy.matches("https?://.*:[0-9]+/?");
      return Optional.of(new WireProxy(endpoint.host(), named ? endpoint.port() : 8080, null));
    } catch (EndpointException e) {
      throw new CommandFailedException(ExitCode.USAGE, "--proxy is http://host:port, without credentials");
    }
  }

  private List<X509Certificate> authorities() {
    if (ca == null) {
      return List.of();
    }
    try (InputStream file = Files.newInputStream(Path.of(ca))) {
      return CertificateFactory.getInstance("X.509").generateCertificates(file).stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (IOException | InvalidPathException e) {
      throw new CommandFailedException(ExitCode.USAGE, "The file of --ca cannot be read");
    } catch (CertificateException e) {
      throw new CommandFailedException(ExitCode.USAGE, "The file of --ca holds no certificate that can be read (PEM or DER)");
    }
  }
}

package dev.grantscope.core.profile;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How requests get to their server, as text and valid or not: of a profile, or the usual way of the settings. Its secrets are not in it.
 *
 * @param proxy which proxy, if any
 * @param proxyUrl such as {@code http://proxy.example:3128}; counts with {@link ProxyMode#NAMED} only
 * @param proxyUser for Basic; empty for none
 * @param authorities a file with certificates to trust beside the usual ones; empty for none
 * @param clientCertificate a file with a certificate and its key, PKCS#12 or PEM; empty for none
 * @param passwordHost the host of the proxy that its password was typed for; empty when that is not known
 */
public record Connection(
    ProxyMode proxy, String proxyUrl, String proxyUser, String authorities, String clientCertificate, String passwordHost) {
  private static final Pattern HOST = Pattern.compile("\\s*(?:[A-Za-z]+://)?(?<host>\\[[^]]*]|[^:/?#\\s]*).*", Pattern.DOTALL);

  /** A profile that leaves everything to the settings. */
  public static final Connection AS_SET = new Connection(ProxyMode.AS_SET, "", "", "", "");

  /** The settings, when nothing was ever set. */
  public static final Connection USUAL = new Connection(ProxyMode.SYSTEM, "", "", "", "");

  /** One whose proxy's password is for whichever proxy it names. */
  public Connection(ProxyMode proxy, String proxyUrl, String proxyUser, String authorities, String clientCertificate) {
    this(proxy, proxyUrl, proxyUser, authorities, clientCertificate, "");
  }

  /** Written out: see {@link Secrets}. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Connection it
        && proxy == it.proxy
        && proxyUrl.equals(it.proxyUrl)
        && proxyUser.equals(it.proxyUser)
        && authorities.equals(it.authorities)
        && clientCertificate.equals(it.clientCertificate)
        && passwordHost.equals(it.passwordHost);
  }

  @Override
  public int hashCode() {
    return Objects.hash(proxy, proxyUrl, proxyUser, authorities, clientCertificate, passwordHost);
  }

  /** Which proxy. */
  public enum ProxyMode {
    /** As the settings have it; in the settings themselves the same as {@link #SYSTEM}. */
    AS_SET,
    /** That of the environment or of the operating system, if there is one. */
    SYSTEM,
    /** The one that is named here. */
    NAMED,
    /** None at all. */
    NONE;

    /** Its name in our files. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Connection withProxy(ProxyMode newProxy) {
    return new Connection(newProxy, proxyUrl, proxyUser, authorities, clientCertificate, passwordHost);
  }

  public Connection withProxyUrl(String newUrl) {
    return new Connection(proxy, newUrl, proxyUser, authorities, clientCertificate, passwordHost);
  }

  public Connection withProxyUser(String newUser) {
    return new Connection(proxy, proxyUrl, newUser, authorities, clientCertificate, passwordHost);
  }

  public Connection withAuthorities(String newFile) {
    return new Connection(proxy, proxyUrl, proxyUser, newFile, clientCertificate, passwordHost);
  }

  public Connection withClientCertificate(String newFile) {
    return new Connection(proxy, proxyUrl, proxyUser, authorities, newFile, passwordHost);
  }

  /** Says of the proxy's password that it was typed for the proxy that is named now. */
  public Connection withPasswordTyped() {
    return new Connection(proxy, proxyUrl, proxyUser, authorities, clientCertificate, proxyHost());
  }

  /** Whether the password may go to the proxy that is named now: a secret is bound to the host it was given for. */
  public boolean isPasswordForProxy() {
    return passwordHost.isEmpty() || passwordHost.equals(proxyHost());
  }

  private String proxyHost() {
    Matcher matcher = HOST.matcher(proxyUrl);
    return matcher.matches() ? matcher.group("host").toLowerCase(Locale.ROOT) : "";
  }
}

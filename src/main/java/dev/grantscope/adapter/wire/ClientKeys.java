package dev.grantscope.adapter.wire;

import dev.grantscope.core.wire.ClientCertificate;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows the client's certificate when the server asks for one (RFC 8446 §4.3.2), if there is one, and remembers what happened.
 *
 * <p>Also when the server names other issuers: the admin chose this one, and the server may then say what is wrong with it.
 */
final class ClientKeys extends X509ExtendedKeyManager {
  private static final String ALIAS = "client";

  private final Optional<ClientCertificate> own;
  private boolean asked;
  private boolean shown;

  ClientKeys(Optional<ClientCertificate> own) {
    this.own = own;
  }

  boolean wasAsked() {
    return asked;
  }

  boolean wasShown() {
    return shown;
  }

  @Override
  public @Nullable String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
    asked = true;
    boolean fits =
        own.filter(it -> Arrays.asList(keyType).contains(it.certificate().getPublicKey().getAlgorithm())).isPresent();
    shown = shown || fits;
    return fits ? ALIAS : null;
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal[] issuers) {
    return own.isPresent() ? new String[] {ALIAS} : null;
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal[] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
    return null;
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return own.map(it -> it.chain().toArray(X509Certificate[]::new)).orElse(null);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return own.map(ClientCertificate::key).orElse(null);
  }
}

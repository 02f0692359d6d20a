package dev.grantscope.core.grant;

import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.token.ClientAssertion;
import dev.grantscope.core.token.ClientKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The two things a way of client authentication does to a request: an Authorization header, or parameters (RFC 6749 §2.3). Never both. */
public sealed interface ClientAuthentication {
  String clientId();

  /** The client secret; {@link Secret#NONE} for a public client. */
  Secret secret();

  ClientAuthenticationMethod method();

  /** The value of the Authorization header. */
  default Optional<Secret> authorization() {
    return Optional.empty();
  }

  /** The parameters of the body. */
  default List<SecretParameter> parameters() {
    return List.of();
  }

  /**
   * The same for a request that is sent now.
   *
   * @param now by this machine's clock
   */
  default List<SecretParameter> parameters(Instant now) {
    return parameters();
  }

  /** A parameter whose value may be a secret. */
  record SecretParameter(String name, Secret value) {}

  static ClientAuthentication of(ClientAuthenticationMethod method, String clientId, Secret secret) {
    return switch (method) {
      case BASIC -> new Basic(clientId, secret);
      case BASIC_RAW -> new BasicRaw(clientId, secret);
      case POST -> new Post(clientId, secret);
      case NONE -> new Public(clientId);
      case TLS_CLIENT_AUTH -> new TlsClientAuth(clientId);
      case PRIVATE_KEY_JWT -> throw new IllegalArgumentException("A signed JWT needs a key, not a secret");
    };
  }

  /** RFC 6749 §2.3.1: id and secret form-encoded as UTF-8 (App. B), then joined by a colon and Base64-encoded (RFC 7617). */
  record Basic(String clientId, Secret secret) implements ClientAuthentication {
    @Override
    public ClientAuthenticationMethod method() {
      return ClientAuthenticationMethod.BASIC;
    }

    @Override
    public Optional<Secret> authorization() {
      return Optional.of(basic(formEncoded(clientId), formEncoded(secret.reveal())));
    }

    private static String formEncoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  /** RFC 7617 alone: id and secret as they are, in UTF-8. */
  record BasicRaw(String clientId, Secret secret) implements ClientAuthentication {
    @Override
    public ClientAuthenticationMethod method() {
      return ClientAuthenticationMethod.BASIC_RAW;
    }

    @Override
    public Optional<Secret> authorization() {
      return Optional.of(basic(clientId, secret.reveal()));
    }
  }

  /** RFC 6749 §2.3.1, second form: {@code client_id} and {@code client_secret} in the body. */
  record Post(String clientId, Secret secret) implements ClientAuthentication {
    @Override
    public ClientAuthenticationMethod method() {
      return ClientAuthenticationMethod.POST;
    }

    @Override
    public List<SecretParameter> parameters() {
      return List.of(
          new SecretParameter("client_id", Secret.of(clientId)), new SecretParameter("client_secret", secret));
    }
  }

  /** A client without credentials; with an empty id not even that is sent. */
  record Public(String clientId) implements ClientAuthentication {
    @Override
    public Secret secret() {
      return Secret.NONE;
    }

    @Override
    public ClientAuthenticationMethod method() {
      return ClientAuthenticationMethod.NONE;
    }

    @Override
    public List<SecretParameter> parameters() {
      return clientId.isEmpty() ? List.of() : List.of(new SecretParameter("client_id", Secret.of(clientId)));
    }
  }

  /** RFC 8705 §2: the id in the body; what proves it is in the TLS handshake. */
  record TlsClientAuth(String clientId) implements ClientAuthentication {
    @Override
    public Secret secret() {
      return Secret.NONE;
    }

    @Override
    public ClientAuthenticationMethod method() {
      return ClientAuthenticationMethod.TLS_CLIENT_AUTH;
    }

    @Override
    public List<SecretParameter> parameters() {
      return List.of(new SecretParameter("client_id", Secret.of(clientId)));
    }
  }

  /**
   * RFC 7523 §2.2: a JWT that is signed anew for each request.
   *
   * @param file the text of the key file, to be looked for wherever something is shown
   * @param keyId empty for the key's own, if it has one
   * @param audience the URL of the token endpoint
   */
  record PrivateKeyJwt(String clientId, ClientKey key, Secret file, String keyId, String audience)
      implements ClientAuthentication {
    @Override
    public Secret secret() {
      return file;
    }

    @Override
    public ClientAuthenticationMethod method() {
      return ClientAuthenticationMethod.PRIVATE_KEY_JWT;
    }

    @Override
    public List<SecretParameter> parameters(Instant now) {
      return List.of(
          new SecretParameter("client_id", Secret.of(clientId)),
          new SecretParameter("client_assertion_type", Secret.of(ClientAssertion.TYPE)),
          new SecretParameter("client_assertion", ClientAssertion.of(key, keyId, clientId, audience, now)));
    }
  }

  private static Secret basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return Secret.of("Basic " + Base64.getEncoder().encodeToString(pair));
  }
}

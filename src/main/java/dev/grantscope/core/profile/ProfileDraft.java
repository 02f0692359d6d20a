package dev.grantscope.core.profile;

import dev.grantscope.core.grant.BodyFormat;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.grant.GrantType;
import java.util.List;

/**
 * What stands in the form, as text and valid or not; the secrets are not in it.
 *
 * @param provider id of a provider of the catalogue
 * @param region the area, region, organisation or scenario chosen or typed there
 * @param tokenUrl as it stands in its field; it alone decides where the request goes
 * @param username of the {@code password} grant; for CXone the id of an access key
 * @param parameters further body parameters in their order
 * @param headers further headers in their order
 * @param connection how its requests get there
 * @param key of a client that signs a JWT to prove who it is
 */
public record ProfileDraft(
    String provider,
    String region,
    String tokenUrl,
    GrantType grantType,
    String clientId,
    ClientAuthenticationMethod authentication,
    BodyFormat bodyFormat,
    String username,
    String scope,
    List<Entry> parameters,
    List<Entry> headers,
    Connection connection,
    KeyFile key) {
  /** A row of a table in the form: a name and a value, either of which may be wrong or empty. */
  public record Entry(String name, String value) {}

  public ProfileDraft {
    parameters = List.copyOf(parameters);
    headers = List.copyOf(headers);
  }

  /** An empty form for this provider, with everything about the connection as in the settings. */
  public static ProfileDraft blank(String provider) {
    return new ProfileDraft(
        provider,
        "",
        "",
        GrantType.CLIENT_CREDENTIALS,
        "",
        ClientAuthenticationMethod.BASIC,
        BodyFormat.FORM,
        "",
        "",
        List.of(),
        List.of(),
        Connection.AS_SET,
        KeyFile.NONE);
  }

  public ProfileDraft withProvider(String newProvider, String newRegion, String newTokenUrl) {
    return new ProfileDraft(
        newProvider, newRegion, newTokenUrl, grantType, clientId, authentication, bodyFormat, username, scope, parameters, headers, connection, key);
  }

  public ProfileDraft withTokenUrl(String newTokenUrl) {
    return withProvider(provider, region, newTokenUrl);
  }

  public ProfileDraft withGrantType(GrantType newGrantType) {
    return new ProfileDraft(
        provider, region, tokenUrl, newGrantType, clientId, authentication, bodyFormat, username, scope, parameters, headers, connection, key);
  }

  public ProfileDraft withClientId(String newClientId) {
    return new ProfileDraft(
        provider, region, tokenUrl, grantType, newClientId, authentication, bodyFormat, username, scope, parameters, headers, connection, key);
  }

  public ProfileDraft withAuthentication(ClientAuthenticationMethod newAuthentication) {
    return new ProfileDraft(
        provider, region, tokenUrl, grantType, clientId, newAuthentication, bodyFormat, username, scope, parameters, headers, connection, key);
  }

  public ProfileDraft withBodyFormat(BodyFormat newBodyFormat) {
    return new ProfileDraft(
        provider, region, tokenUrl, grantType, clientId, authentication, newBodyFormat, username, scope, parameters, headers, connection, key);
  }

  public ProfileDraft withUsername(String newUsername) {
    return new ProfileDraft(
        provider, region, tokenUrl, grantType, clientId, authentication, bodyFormat, newUsername, scope, parameters, headers, connection, key);
  }

  public ProfileDraft withScope(String newScope) {
    return new ProfileDraft(
        provider, region, tokenUrl, grantType, clientId, authentication, bodyFormat, username, newScope, parameters, headers, connection, key);
  }

  public ProfileDraft withParameters(List<Entry> newParameters) {
    return new ProfileDraft(
        provider, region, tokenUrl, grantType, clientId, authentication, bodyFormat, username, scope, newParameters, headers, connection, key);
  }

  public ProfileDraft withHeaders(List<Entry> newHeaders) {
    return new ProfileDraft(
        provider, region, tokenUrl, grantType, clientId, authentication, bodyFormat, username, scope, parameters, newHeaders, connection, key);
  }

  public ProfileDraft withConnection(Connection newConnection) {
    return new ProfileDraft(
        provider, region, tokenUrl, grantType, clientId, authentication, bodyFormat, username, scope, parameters, headers, newConnection, key);
  }

  public ProfileDraft withKey(KeyFile newKey) {
    return new ProfileDraft(
        provider, region, tokenUrl, grantType, clientId, authentication, bodyFormat, username, scope, parameters, headers, connection, newKey);
  }
}

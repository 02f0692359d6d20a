package dev.grantscope.adapter.practice;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code scenarios.json} says, name for name.
 *
 * @param group the heading of its profiles in the list of profiles
 * @param heading the lines above the list of the clients
 * @param pages further answers by path, whatever the method
 */
record PracticeData(String group, List<String> heading, Map<String, FixedAnswer> pages, List<ScenarioData> scenarios) {

  /**
   * One scenario.
   *
   * @param profileId the id of its profile (RFC 9562), the same on every machine and at every start
   * @param solution what the admin has to change, for those who would rather read it
   * @param path of the token endpoint that its profile uses; {@code {id}} stands for the id
   * @param rightPath empty, or the path that should have been used: its clients are known only there
   * @param regions paths of other regions, by name; but for the right one they know no client
   */
  record ScenarioData(
      String id,
      String profileId,
      String name,
      String lesson,
      String solution,
      String path,
      String rightPath,
      Map<String, String> regions,
      ProfileData profile,
      TenantData tenant) {
    ScenarioData {
      path = path.replace("{id}", id);
    }
  }

  /** The entries of a profile; authentication and body by their names on the command line. */
  record ProfileData(
      String grantType,
      String clientId,
      String secret,
      String authentication,
      String body,
      String scope,
      List<Entry> parameters,
      List<Entry> headers) {}

  record Entry(String name, String value) {}

  /**
   * How a token endpoint behaves.
   *
   * @param accessKeys what the password grant takes as username and password
   * @param bodies the body formats it reads, {@code form} or {@code json}
   * @param basicIsFormEncoded whether it decodes id and secret of Basic once more (RFC 6749 §2.3.1)
   * @param otherScopesRefused whether a scope the client may not have is refused; else it is left out (RFC 6749 §3.3)
   * @param grantTypes that the server supports at all
   * @param requiredParameters that a request must have, such as audience
   * @param audiences that it issues tokens for; empty for any
   * @param publishedScopes what its metadata states as scopes_supported; empty for nothing
   * @param answer what it always answers instead of looking at the request
   */
  record TenantData(
      List<ClientData> clients,
      List<AccessKey> accessKeys,
      List<String> bodies,
      boolean basicIsFormEncoded,
      boolean scopeRequired,
      boolean otherScopesRefused,
      List<String> grantTypes,
      List<String> requiredParameters,
      List<String> audiences,
      List<String> publishedScopes,
      TokenData token,
      Optional<FixedAnswer> answer,
      Pace pace,
      Map<Reason, Refusal> refusals) {

    /** The same tenant where it knows other clients. */
    TenantData withClients(List<ClientData> known) {
      return new TenantData(
          known, accessKeys, bodies, basicIsFormEncoded, scopeRequired, otherScopesRefused, grantTypes, requiredParameters, audiences,
          publishedScopes, token, answer, pace, refusals);
    }

    /** The same tenant where it looks at each request. */
    TenantData withoutAnswer() {
      return new TenantData(
          clients, accessKeys, bodies, basicIsFormEncoded, scopeRequired, otherScopesRefused, grantTypes, requiredParameters, audiences,
          publishedScopes, token, Optional.empty(), pace, refusals);
    }
  }

  /**
   * A registered client.
   *
   * @param methods the ways it may authenticate, {@code basic} or {@code post}
   * @param addedScopes granted without being asked for
   */
  record ClientData(
      String id,
      String secret,
      List<String> methods,
      List<String> grantTypes,
      List<String> scopes,
      List<String> addedScopes,
      List<String> expiredSecrets) {}

  record AccessKey(String id, String secret) {}

  /**
   * What an access token looks like.
   *
   * @param scopeMember whether the response states the scope (RFC 6749 §5.1)
   * @param scopeClaim empty, or the claim of the JWT that lists the scopes
   */
  record TokenData(boolean jwt, boolean scopeMember, String scopeClaim, int lifetimeSeconds) {}

  /** An answer that does not depend on the request; the body as lines. */
  record FixedAnswer(int status, Map<String, String> headers, List<String> body) {}

  /** How long a token endpoint takes: till the headers, and then for the body. */
  record Pace(int secondsBeforeHeaders, int secondsOfBody) {}

  /** An error response (RFC 6749 §5.2); an empty description is left out. */
  record Refusal(int status, String error, String description) {}

  /** Why a request is refused. */
  enum Reason {
    MISSING_GRANT_TYPE,
    MALFORMED_BODY,
    REPEATED_PARAMETER,
    TWO_AUTHENTICATION_METHODS,
    NO_AUTHENTICATION,
    WRONG_AUTHENTICATION_METHOD,
    UNKNOWN_CLIENT,
    WRONG_SECRET,
    EXPIRED_SECRET,
    UNSUPPORTED_GRANT_TYPE,
    UNAUTHORIZED_CLIENT,
    MISSING_PARAMETER,
    OTHER_AUDIENCE,
    WRONG_ACCESS_KEY,
    SCOPE_REQUIRED,
    OTHER_SCOPE
  }
}

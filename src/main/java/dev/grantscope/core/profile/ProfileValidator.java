package dev.grantscope.core.profile;

import dev.grantscope.core.grant.ClientAuthentication;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.grant.GrantRequest;
import dev.grantscope.core.grant.GrantRequest.ResourceOwner;
import dev.grantscope.core.grant.GrantType;
import dev.grantscope.core.grant.Parameter;
import dev.grantscope.core.profile.FieldProblem.Field;
import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.token.ClientKey;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.EndpointException;
import dev.grantscope.core.wire.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the text of the form into a request that may be sent, or says beside which field it cannot. Pure; it sends and asks nothing. */
public final class ProfileValidator {
  private ProfileValidator() {}

  /**
   * What came of it.
   *
   * @param request present exactly when there are no problems
   */
  public record Validation(Optional<GrantRequest> request, List<FieldProblem> problems) {
    public Validation {
      problems = List.copyOf(problems);
    }
  }

  public static Validation validate(ProfileDraft draft, Secrets secrets) {
    List<FieldProblem> problems = new ArrayList<>(FieldLimits.over(draft, secrets));
    credentials(draft, secrets, problems);
    @Nullable Endpoint endpoint = endpoint(draft.tokenUrl(), problems);
    Optional<ClientKey> key = key(draft, secrets, problems);
    List<Parameter> parameters = EntryRules.parameters(draft, problems);
    List<Header> headers = EntryRules.headers(draft.headers(), problems);
    if (endpoint == null || !problems.isEmpty()) {
      return new Validation(Optional.empty(), problems);
    }
    boolean password = draft.grantType().equals(GrantType.PASSWORD);
    return new Validation(
        Optional.of(
            new GrantRequest(
                endpoint,
                draft.grantType(),
                key.map(it -> signedBy(it, draft, secrets))
                    .orElseGet(
                        () -> ClientAuthentication.of(draft.authentication(), draft.clientId(), secrets.clientSecret())),
                draft.bodyFormat(),
                ScopeSet.parse(draft.scope()),
                password ? Optional.of(new ResourceOwner(draft.username(), secrets.password())) : Optional.empty(),
                parameters,
                headers)),
        problems);
  }

  private static ClientAuthentication signedBy(ClientKey key, ProfileDraft draft, Secrets secrets) {
    return new ClientAuthentication.PrivateKeyJwt(
        draft.clientId(), key, secrets.key(), draft.key().keyId().strip(), draft.tokenUrl());
  }

  /** Empty for the other ways to authenticate, and where the key is the problem. */
  private static Optional<ClientKey> key(ProfileDraft draft, Secrets secrets, List<FieldProblem> problems) {
    if (draft.authentication() != ClientAuthenticationMethod.PRIVATE_KEY_JWT) {
      return Optional.empty();
    }
    if (draft.key().path().isBlank()) {
      problems.add(FieldProblem.of(Field.KEY_FILE, "problem.required.KEY_FILE"));
      return Optional.empty();
    }
    try {
      return Optional.of(ClientKey.parse(secrets.key()));
    } catch (ClientKey.BadKeyException e) {
      problems.add(FieldProblem.of(Field.KEY_FILE, "problem.key." + e.problem()));
      return Optional.empty();
    }
  }

  private static void credentials(ProfileDraft draft, Secrets secrets, List<FieldProblem> problems) {
    required(Field.CLIENT_ID, draft.clientId(), problems);
    if (draft.authentication().needsSecret()) {
      required(Field.SECRET, secrets.clientSecret(), problems);
    }
    if (draft.grantType().equals(GrantType.PASSWORD)) {
      required(Field.USERNAME, draft.username(), problems);
      required(Field.PASSWORD, secrets.password(), problems);
    }
    if (!Secret.of(draft.scope()).isWellFormed()) {
      problems.add(FieldProblem.of(Field.SCOPE, "problem.surrogate"));
    }
  }

  private static void required(Field field, String text, List<FieldProblem> problems) {
    if (text.isBlank()) {
      problems.add(FieldProblem.of(field, "problem.required." + field.name()));
    } else if (text.contains("{{")) {
      problems.add(FieldProblem.of(field, "problem.placeholder", placeholder(text)));
    } else if (!Secret.of(text).isWellFormed()) {
      problems.add(FieldProblem.of(field, "problem.surrogate"));
    }
  }

  private static String placeholder(String text) {
    int start = text.indexOf("{{");
    int end = text.indexOf("}}", start);
    return visible(end < 0 ? text.substring(start) : text.substring(start, end + 2));
  }

  private static void required(Field field, Secret secret, List<FieldProblem> problems) {
    if (secret.isEmpty()) {
      problems.add(FieldProblem.of(field, "problem.required." + field.name()));
    } else if (!secret.isWellFormed()) {
      problems.add(FieldProblem.of(field, "problem.surrogate"));
    }
  }

  private static @Nullable Endpoint endpoint(String tokenUrl, List<FieldProblem> problems) {
    try {
      return Endpoint.parse(tokenUrl);
    } catch (EndpointException e) {
      // Without a scheme the whole text may be a secret in the wrong field.
      String part =
          switch (e.problem()) {
            case USER_INFO, SECRET_IN_QUERY, SCHEME -> "";
            default -> tokenUrl.substring(e.start(), e.end());
          };
      problems.add(
          FieldProblem.of(
              Field.TOKEN_URL, "problem.url." + e.problem(), visible(part), Integer.toString(e.start() + 1)));
      return null;
    }
  }

  /** What cannot be seen, by its code point. */
  static String visible(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(40)
        .forEach(
            c -> {
              if (c > 0x20 && c < 0x7F) {
                shown.appendCodePoint(c);
              } else {
                shown.append(String.format(Locale.ROOT, "U+%04X", c));
              }
            });
    return shown.toString();
  }
}

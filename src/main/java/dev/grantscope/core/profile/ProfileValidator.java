package dev.grantscope.core.profile;

import dev.grantscope.core.grant.BodyFormat;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the text of the form into a request that may be sent, or says beside which field it cannot. Pure; it sends and asks nothing. */
public final class ProfileValidator {
  /** Parameters with a field of their own (RFC 6749 §3.2: none more than once). */
  private static final Set<String> OWN_PARAMETERS = Set.of("grant_type", "scope", "client_id", "username");

  /** Parameters whose value is a secret; as plain entries they would be saved in a file. */
  private static final Set<String> SECRET_PARAMETERS =
      Set.of("client_secret", "password", "client_assertion", "assertion", "refresh_token", "code", "accesskeysecret");

  /** Headers that the framing of the message depends on (RFC 9112 §6). */
  private static final Set<String> FRAMING_HEADERS =
      Set.of("host", "content-length", "transfer-encoding", "connection", "expect", "te", "trailer", "upgrade");

  /** Headers whose value is a secret. */
  private static final Set<String> SECRET_HEADERS = Set.of("authorization", "proxy-authorization", "cookie");

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
    List<Parameter> parameters = parameters(draft, problems);
    List<Header> headers = headers(draft.headers(), problems);
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

  private static List<Parameter> parameters(ProfileDraft draft, List<FieldProblem> problems) {
    List<ProfileDraft.Entry> entries = draft.parameters();
    List<Parameter> parameters = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int row = 0; row < entries.size(); row++) {
      ProfileDraft.Entry entry = entries.get(row);
      if (isBlank(entry)) {
        continue;
      }
      String name = entry.name();
      if (name.isBlank()) {
        problems.add(FieldProblem.ofRow(Field.PARAMETERS, row, "problem.parameter.unnamed"));
      } else if (SECRET_PARAMETERS.contains(name.strip().toLowerCase(Locale.ROOT))) {
        problems.add(FieldProblem.ofRow(Field.PARAMETERS, row, "problem.parameter.secret", name));
      } else if (OWN_PARAMETERS.contains(name)) {
        problems.add(FieldProblem.ofRow(Field.PARAMETERS, row, "problem.parameter.own", name));
      } else if (!names.add(name) && !isRepeatable(name, draft.bodyFormat())) {
        problems.add(FieldProblem.ofRow(Field.PARAMETERS, row, "problem.parameter.twice", name));
      } else if (!Secret.of(name + entry.value()).isWellFormed()) {
        problems.add(FieldProblem.ofRow(Field.PARAMETERS, row, "problem.surrogate"));
      }
      parameters.add(new Parameter(name, entry.value()));
    }
    return parameters;
  }

  /** RFC 8707 §2 and RFC 8693 §2.1 let these two be repeated in a form; in a JSON object the last one would hide the others. */
  private static boolean isRepeatable(String name, BodyFormat format) {
    return format == BodyFormat.FORM && (name.equals("resource") || name.equals("audience"));
  }

  private static List<Header> headers(List<ProfileDraft.Entry> entries, List<FieldProblem> problems) {
    List<Header> headers = new ArrayList<>();
    for (int row = 0; row < entries.size(); row++) {
      ProfileDraft.Entry entry = entries.get(row);
      if (isBlank(entry)) {
        continue;
      }
      int illegal = Header.firstIllegalInValue(entry.value());
      String name = entry.name().toLowerCase(Locale.ROOT);
      if (!Header.isToken(entry.name())) {
        problems.add(FieldProblem.ofRow(Field.HEADERS, row, "problem.header.name", visible(entry.name())));
      } else if (SECRET_HEADERS.contains(name)) {
        problems.add(FieldProblem.ofRow(Field.HEADERS, row, "problem.header.secret", entry.name()));
      } else if (FRAMING_HEADERS.contains(name)) {
        problems.add(FieldProblem.ofRow(Field.HEADERS, row, "problem.header.framing", entry.name()));
      } else if (illegal >= 0) {
        String character = String.format(Locale.ROOT, "U+%04X", entry.value().codePointAt(illegal));
        problems.add(
            FieldProblem.ofRow(Field.HEADERS, row, "problem.header.value", entry.name(), character, Integer.toString(illegal + 1)));
      }
      headers.add(new Header(entry.name(), entry.value().strip()));
    }
    return headers;
  }

  private static boolean isBlank(ProfileDraft.Entry entry) {
    return entry.name().isBlank() && entry.value().isBlank();
  }

  /** What cannot be seen, by its code point. */
  private static String visible(String text) {
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

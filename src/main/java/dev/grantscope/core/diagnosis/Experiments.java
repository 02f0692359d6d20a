package dev.grantscope.core.diagnosis;

import dev.grantscope.core.grant.BodyFormat;
import dev.grantscope.core.grant.ClientAuthentication;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.grant.GrantRequest;
import dev.grantscope.core.grant.GrantType;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.profile.Secrets;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.secret.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes the requests that a diagnosis of this form may send. Each differs from the form's own in one thing. */
final class Experiments {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.*-]*");

  private final Form form;
  private final GrantRequest request;
  private final Words words;
  private final Form madeUpClient;
  private final Form madeUpSecret;

  /**
   * For a form that can be sent.
   *
   * @throws java.util.NoSuchElementException when it cannot
   */
  Experiments(Form form, Words words, MadeUp madeUp) {
    this.form = form;
    this.request = form.request().orElseThrow();
    this.words = words;
    Secret secret = Secret.of(madeUp.like(form.secret()));
    Secret password = form.secrets().password().isEmpty() ? Secret.NONE : Secret.of(madeUp.like(form.secrets().password().reveal()));
    boolean isPublic = form.draft().authentication() == ClientAuthenticationMethod.NONE;
    // A wrong password could lock a real user out, so the user is made up too.
    UnaryOperator<ProfileDraft> otherUser = draft -> draft.withUsername(draft.username().isEmpty() ? "" : madeUp.like(draft.username()));
    madeUpSecret = new Form(otherUser.apply(form.draft()), new Secrets(secret, password));
    madeUpClient =
        madeUpSecret.with(
            draft ->
                draft
                    .withClientId(madeUp.like(draft.clientId()))
                    .withAuthentication(isPublic ? ClientAuthenticationMethod.BASIC : draft.authentication()));
  }

  ScopeSet scope() {
    return request.scope();
  }

  boolean isPublic() {
    return form.draft().authentication() == ClientAuthenticationMethod.NONE;
  }

  Experiment baseline() {
    return real(Probe.BASELINE, form);
  }

  /** What was sent before, once more. */
  Experiment again(Experiment experiment, Probe probe) {
    return experiment.as(probe, words.of("probe", probe));
  }

  private Experiment real(Probe probe, Form changed) {
    return of(probe, "", changed.request().orElseThrow(), Cause.UNKNOWN, Optional.empty());
  }

  Experiment noCredentials() {
    GrantRequest bare =
        new GrantRequest(
            request.endpoint(),
            new GrantType(MadeUp.GRANT_TYPE),
            ClientAuthentication.of(ClientAuthenticationMethod.NONE, "", Secret.NONE),
            request.bodyFormat(),
            ScopeSet.EMPTY,
            Optional.empty(),
            request.parameters(),
            request.headers());
    return of(Probe.NO_CREDENTIALS, "", bare, Cause.UNKNOWN, Optional.empty());
  }

  Experiment madeUpClient() {
    return real(Probe.MADE_UP_CLIENT, madeUpClient);
  }

  Experiment madeUpClientWithoutScope() {
    return real(Probe.MADE_UP_CLIENT_NO_SCOPE, madeUpClient.with(it -> it.withScope("")));
  }

  Experiment madeUpClientAndGrant() {
    return real(Probe.MADE_UP_CLIENT_AND_GRANT, madeUpClient.with(Experiments::madeUpGrant));
  }

  Experiment madeUpSecret() {
    return real(Probe.MADE_UP_SECRET, madeUpSecret);
  }

  Experiment madeUpGrant() {
    return real(Probe.MADE_UP_GRANT, form.with(Experiments::madeUpGrant));
  }

  private static ProfileDraft madeUpGrant(ProfileDraft draft) {
    return draft.withGrantType(new GrantType(MadeUp.GRANT_TYPE));
  }

  /** What the secret itself suggests. */
  List<Experiment> otherSecrets() {
    String secret = form.secret();
    String trimmed = Invisibles.trim(secret);
    Stream<Experiment> trim =
        trimmed.equals(secret) || trimmed.isEmpty()
            ? Stream.of()
            : Stream.of(variation(Probe.SECRET_TRIMMED, "", Cause.SECRET_WHITESPACE, "fix.trim", it -> it.withSecret(Invisibles.trim(it.secret()))));
    Stream<Experiment> decode =
        looksEncoded(secret)
            ? Stream.of(variation(Probe.SECRET_DECODED, "", Cause.SECRET_ALREADY_ENCODED, "fix.decode", it -> it.withSecret(decoded(it.secret()))))
            : Stream.of();
    return isPublic() ? List.of() : Stream.concat(trim, decode).toList();
  }

  static boolean looksEncoded(String secret) {
    int encoded = 0;
    for (int i = 0; i < secret.length(); i++) {
      if (secret.charAt(i) == '%') {
        if (!isHex(secret, i + 1) || !isHex(secret, i + 2)) {
          return false;
        }
        encoded++;
        i += 2;
      } else if (!isUnreserved(secret.charAt(i))) {
        return false;
      }
    }
    return encoded > 0;
  }

  private static boolean isHex(String text, int at) {
    return at < text.length() && Character.digit(text.charAt(at), 16) >= 0;
  }

  private static boolean isUnreserved(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || "_.~*+-".indexOf(c) >= 0;
  }

  static String decoded(String secret) {
    return URLDecoder.decode(secret.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** The other ways to authenticate, encodings of Basic first; those that would send the same bytes are left out. */
  List<Experiment> authentications() {
    ClientAuthenticationMethod now = form.draft().authentication();
    boolean reserved = !PLAIN.matcher(form.draft().clientId() + form.secret()).matches();
    Stream<ClientAuthenticationMethod> others =
        switch (now) {
          case BASIC -> Stream.of(ClientAuthenticationMethod.BASIC_RAW, ClientAuthenticationMethod.POST);
          case BASIC_RAW -> Stream.of(ClientAuthenticationMethod.BASIC, ClientAuthenticationMethod.POST);
          case POST, NONE -> Stream.of(ClientAuthenticationMethod.BASIC, ClientAuthenticationMethod.BASIC_RAW);
        };
    boolean nowBasic = now == ClientAuthenticationMethod.BASIC || now == ClientAuthenticationMethod.BASIC_RAW;
    return others
        .filter(it -> !form.secrets().clientSecret().isEmpty())
        .filter(it -> reserved || it != ClientAuthenticationMethod.BASIC_RAW)
        .filter(it -> reserved || !nowBasic || it != ClientAuthenticationMethod.BASIC)
        .map(
            it ->
                variation(
                    Probe.AUTHENTICATION,
                    it.wireName(),
                    nowBasic && it != ClientAuthenticationMethod.POST ? Cause.BASIC_ENCODING : Cause.AUTH_METHOD,
                    "fix.authentication." + it.name(),
                    form -> form.with(draft -> draft.withAuthentication(it))))
        .toList();
  }

  Experiment otherBody() {
    BodyFormat other = form.draft().bodyFormat() == BodyFormat.FORM ? BodyFormat.JSON : BodyFormat.FORM;
    return variation(
        Probe.BODY_FORMAT, other.wireName(), Cause.BODY_FORMAT, "fix.body." + other.name(), it -> it.with(draft -> draft.withBodyFormat(other)));
  }

  boolean bodyIsJson() {
    return form.draft().bodyFormat() == BodyFormat.JSON;
  }

  /** Commas and semicolons made spaces. */
  Optional<Experiment> separatedBySpaces() {
    return form.draft().scope().matches(".*[,;].*")
        ? Optional.of(
            variation(
                Probe.SCOPE_SPACES,
                "",
                Cause.SCOPE_SEPARATOR,
                "fix.scope.spaces",
                it -> it.with(draft -> draft.withScope(spaced(draft.scope())))))
        : Optional.empty();
  }

  static String spaced(String scope) {
    return scope.replaceAll("[,;\\s]+", " ").strip();
  }

  Experiment noScope() {
    return variation(Probe.NO_SCOPE, "", Cause.SCOPE_UNKNOWN, "fix.scope.none", it -> it.with(draft -> draft.withScope("")));
  }

  Experiment madeUpScope() {
    return real(Probe.MADE_UP_SCOPE, form.with(draft -> draft.withScope(MadeUp.SCOPE)));
  }

  List<Experiment> oneScopeEach() {
    return scope().asSet().stream()
        .map(
            scope ->
                of(
                    Probe.ONE_SCOPE,
                    scope,
                    form.with(draft -> draft.withScope(scope)).request().orElseThrow(),
                    Cause.UNKNOWN,
                    Optional.empty()))
        .toList();
  }

  Experiment scopesTogether(List<String> scopes) {
    String together = String.join(" ", scopes);
    return variation(
        Probe.SCOPES_TOGETHER,
        together,
        Cause.SCOPE_UNKNOWN,
        "fix.scope.without",
        it -> it.with(draft -> draft.withScope(together)));
  }

  private Experiment variation(Probe probe, String subject, Cause cause, String label, UnaryOperator<Form> change) {
    Fix fix = new Fix(words.get(label), change);
    return of(probe, subject, fix.apply(form).request().orElseThrow(), cause, Optional.of(fix));
  }

  private Experiment of(Probe probe, String subject, GrantRequest changed, Cause cause, Optional<Fix> fix) {
    boolean madeUp =
        switch (probe) {
          case NO_CREDENTIALS, MADE_UP_CLIENT, MADE_UP_CLIENT_NO_SCOPE, MADE_UP_CLIENT_AND_GRANT, MADE_UP_SECRET -> true;
          default -> false;
        };
    boolean hasSecret = !isPublic() || changed.owner().isPresent() || !changed.authentication().secret().isEmpty();
    String title = words.of("probe", probe, VisibleText.of(subject, 80));
    return new Experiment(probe, subject, 1, title, !madeUp && hasSecret, changed, cause, fix);
  }
}

package dev.grantscope.core.diagnosis;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.finding.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Proof by control: made-up credentials get the very same answer, or another one. */
final class CredentialProof {
  private static final Pattern CREDENTIAL_WORDS =
      Pattern.compile("credential|secret|password|authenticat", Pattern.CASE_INSENSITIVE);

  /** Words of a server that looks at more than whether the secret is right. */
  private static final Pattern OTHER_WORDS =
      Pattern.compile("assertion|auth(entication)? method|disabled|inactive|suspended|certificate|secret[^.]*expired", Pattern.CASE_INSENSITIVE);

  /** Words about what may be looked at before the secret: from where, under which contract, by whose leave. */
  private static final Pattern POLICY_WORDS =
      Pattern.compile(
          "\\bip\\b|address|network|location|countr|polic|tenant|subscription|licen[cs]e|quota|approv|consent|maintenance", Pattern.CASE_INSENSITIVE);

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  /** Codes that RFC 6749 §5.2 has for something else than the credentials. */
  private static final Set<String> OTHER_CODES = Set.of("invalid_request", "unsupported_grant_type", "invalid_scope");

  private final Experiments experiments;
  private final Observations seen;
  private final Words words;

  CredentialProof(Experiments experiments, Observations seen, Words words) {
    this.experiments = experiments;
    this.seen = seen;
    this.words = words;
  }

  List<Finding> findings() {
    if (Observations.isOutage(seen.baseline())
        || seen.grantedVariation().isPresent() || seen.each(Probe.ONE_SCOPE).stream().anyMatch(Observation::granted)) {
      return List.of();
    }
    if (Grants.isUnsupported(seen.baseline()) && isKnownForOthers()) {
      return List.of(words.finding(Cause.GRANT_NOT_ALLOWED, Strength.PROVED, words.get("evidence.grant.others")));
    }
    List<Finding> further = new Further(experiments, seen, words).findings();
    if (!further.isEmpty()) {
      return further;
    }
    if (experiments.isForUser() && seen.baseline().signature().error().equals("invalid_grant")) {
      return user();
    }
    if (Grants.isUnsupported(seen.baseline()) && isLikeAMadeUpGrant()) {
      return List.of(words.finding(Cause.GRANT_UNSUPPORTED, Strength.PROVED, words.get("evidence.grant.same")));
    }
    return switch (Gate.of(seen)) {
      case AFTER_CREDENTIALS -> after();
      case AT_CREDENTIALS -> at();
      case NO_ENDPOINT, UNDECIDED -> List.of();
    };
  }

  /** RFC 6749 §5.2 has this code for name and password of a user; a client that is refused gets another one. */
  private List<Finding> user() {
    return switch (Gate.of(seen)) {
      case AFTER_CREDENTIALS -> List.of(words.finding(Cause.PASSWORD_WRONG, Strength.SERVER_SAYS, words.get("evidence.password.differs")));
      case AT_CREDENTIALS -> List.of(words.finding(Cause.PASSWORD_WRONG, Strength.LIKELY, words.get("evidence.password.same")));
      case NO_ENDPOINT, UNDECIDED -> List.of();
    };
  }

  /** A made-up client is refused for what it is, but with a made-up grant type for that: the server knows this one. */
  private boolean isKnownForOthers() {
    return seen.same(Probe.MADE_UP_CLIENT_AND_GRANT) && seen.differs(Probe.MADE_UP_CLIENT) && seen.has(Probe.BODY_FORMAT);
  }

  /** And not since the body is not read: the other format was no better. */
  private boolean isLikeAMadeUpGrant() {
    return (seen.same(Probe.MADE_UP_GRANT) || (seen.same(Probe.MADE_UP_CLIENT_AND_GRANT) && seen.same(Probe.MADE_UP_CLIENT)))
        && seen.has(Probe.BODY_FORMAT);
  }

  private List<Finding> after() {
    List<Finding> found = new ArrayList<>();
    Observation baseline = seen.baseline();
    boolean scopeDone = seen.same(experiments.scope().isEmpty() ? Probe.MADE_UP_SCOPE : Probe.NO_SCOPE);
    if (Grants.isUnauthorized(baseline)) {
      boolean shown = scopeDone && seen.differs(Probe.MADE_UP_GRANT) && !Grants.isUsedLoosely(baseline);
      found.add(
          words.finding(
              Cause.GRANT_NOT_ALLOWED,
              shown ? Strength.PROVED : Strength.LIKELY,
              words.get("evidence.grant.differs")));
    } else if (baseline.signature().error().equals("invalid_scope")) {
      boolean none = experiments.scope().isEmpty();
      found.add(
          words.finding(
              none ? Cause.SCOPE_REQUIRED : Cause.SCOPE_UNKNOWN,
              Strength.SERVER_SAYS,
              experiments.scope().parameterValue(),
              words.get("evidence.secret.differs"),
              Optional.empty()));
    } else if (seen.differs(Probe.MADE_UP_SCOPE) && isAboutScope(Probe.MADE_UP_SCOPE)) {
      found.add(words.finding(Cause.SCOPE_REQUIRED, Strength.LIKELY, words.get("evidence.scope.any")));
    }
    // By RFC 6749 §5.2 this code is about the credentials still: an expired secret is recognised, and no good.
    boolean recognisedOnly = baseline.signature().error().equals("invalid_client");
    found.add(experiments.isForUser() ? afterTheClient() : afterAll(recognisedOnly ? Strength.LIKELY : Strength.PROVED));
    return found;
  }

  private Finding afterAll(Strength strength) {
    return words.finding(Cause.REFUSED_AFTER_AUTHENTICATION, strength, seen.baseline().said(words, "evidence.secret.differs"));
  }

  /** The user was made up together with the secret, so that this clears neither alone. */
  private Finding afterTheClient() {
    return new Finding(
        Cause.REFUSED_AFTER_AUTHENTICATION,
        Strength.LIKELY,
        words.get("cause.refusedAfterTheClient"),
        seen.baseline().said(words, "evidence.secret.differs"),
        words.get("cause.refusedAfterTheClient.advice"),
        Optional.empty());
  }

  private boolean isAboutScope(Probe probe) {
    return seen.latest(probe).filter(it -> it.granted() || it.signature().error().equals("invalid_scope")).isPresent();
  }

  private List<Finding> at() {
    String error = seen.baseline().signature().error();
    String description = Said.description(seen.baseline().run());
    boolean tellsClients = seen.differs(Probe.MADE_UP_CLIENT);
    boolean named = error.equals("invalid_client") || CREDENTIAL_WORDS.matcher(description).find();
    if (OTHER_CODES.contains(error) || (!seen.baseline().speaksOAuth() && seen.same(Probe.NO_CREDENTIALS))) {
      return List.of();
    }
    if (Grants.isUnauthorized(seen.baseline()) && !named) {
      return List.of(words.finding(Cause.GRANT_NOT_ALLOWED, Strength.LIKELY, words.get("evidence.secret.same")));
    }
    if (seen.differs(Probe.MADE_UP_GRANT) && seen.same(Probe.MADE_UP_CLIENT_AND_GRANT)) {
      // One answer for everything, but not with another grant type: there the real credentials come further than made-up ones.
      List<Finding> further = new ArrayList<>();
      if (seen.differs(Probe.MADE_UP_SCOPE) && isAboutScope(Probe.MADE_UP_SCOPE)) {
        further.add(words.finding(Cause.SCOPE_REQUIRED, Strength.LIKELY, words.get("evidence.scope.any")));
      }
      further.add(words.finding(Cause.REFUSED_AFTER_AUTHENTICATION, Strength.LIKELY, words.get("evidence.grant.further")));
      return further;
    }
    if (!named && POLICY_WORDS.matcher(description).find()) {
      return List.of();
    }
    boolean shown =
        (named || (seen.same(Probe.MADE_UP_GRANT) && mayBeAboutThem()))
            && seen.differs(Probe.NO_CREDENTIALS)
            && (tellsClients || seen.same(Probe.MADE_UP_CLIENT))
            && !OTHER_WORDS.matcher(description).find()
            && isAllElseTried();
    return List.of(
        words.finding(
            tellsClients ? Cause.SECRET_WRONG : Cause.CLIENT_OR_SECRET_WRONG,
            shown ? Strength.PROVED : Strength.LIKELY,
            words.get(tellsClients ? "evidence.secret.same.client.differs" : "evidence.both.same")));
  }

  /** A refusal in the terms of OAuth, or of HTTP for credentials (RFC 9110 §15.5.2); one that just denies access can come before them. */
  private boolean mayBeAboutThem() {
    Observation baseline = seen.baseline();
    boolean denied = baseline.status() == FORBIDDEN && baseline.signature().error().equals("access_denied");
    return (baseline.speaksOAuth() && !denied) || baseline.status() == UNAUTHORIZED;
  }

  /** Every other way to send the same credentials was tried, and the scope makes no difference before they are looked at. */
  private boolean isAllElseTried() {
    boolean scopeDone = experiments.scope().isEmpty() || seen.same(Probe.MADE_UP_CLIENT, Probe.MADE_UP_CLIENT_NO_SCOPE);
    boolean bodyDone = !experiments.bodyIsJson() || seen.same(Probe.BODY_FORMAT);
    return scopeDone
        && bodyDone
        && experiments.credentials().authentications().stream().allMatch(seen::has)
        && experiments.credentials().otherSecrets().stream().allMatch(seen::has)
        && seen.has(Probe.REPEAT);
  }
}

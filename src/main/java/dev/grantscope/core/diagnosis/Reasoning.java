package dev.grantscope.core.diagnosis;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.lint.LintHit;
import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.scope.ScopeSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What follows from what was observed. Only a difference that one change made is called proved. */
final class Reasoning {
  private final Experiments experiments;
  private final Observations seen;
  private final Catalogue catalogue;
  private final List<LintHit> lint;
  private final Words words;

  Reasoning(Experiments experiments, Observations seen, Catalogue catalogue, List<LintHit> lint, Words words) {
    this.experiments = experiments;
    this.seen = seen;
    this.catalogue = catalogue;
    this.lint = lint;
    this.words = words;
  }

  /** Best first; never empty unless the grant is as asked, or nothing was sent. */
  List<Finding> findings() {
    if (seen.isEmpty() || seen.baseline().run().outcome() instanceof GrantOutcome.Cancelled) {
      return List.of();
    }
    if (seen.baseline().run().outcome() instanceof GrantOutcome.Granted granted) {
      return granted.scopes().isNarrowed() ? List.of(narrowed(granted)) : List.of();
    }
    if (seen.isStopped()) {
      return List.of(stopped());
    }
    if (seen.isUnstable()) {
      return List.of(words.finding(Cause.SERVER_UNSTABLE, Strength.UNKNOWN, words.get("evidence.unstable")));
    }
    if (ProxyProof.isLikely(seen)) {
      List<Finding> proxy = new ArrayList<>(new ProxyProof(seen, words).findings());
      signatures().stream().filter(it -> it.strength() == Strength.LIKELY && it.cause() != Cause.PROXY).forEach(proxy::add);
      return proxy;
    }
    List<Finding> found = new ArrayList<>();
    found.addAll(new ChangeProof(experiments, seen, words).findings());
    found.addAll(new EndpointProof(seen, words).findings());
    found.addAll(new CredentialProof(experiments, seen, words).findings());
    found.addAll(signatures());
    ClockFinding clock = new ClockFinding(words);
    clock.ofCertificate(seen.baseline().run()).ifPresent(found::add);
    lint.stream().map(LintHit::finding).forEach(found::add);
    List<Finding> ranked = ranked(found);
    // Worth knowing, and hardly ever the cause: last.
    clock.ofDate(seen.baseline().run()).filter(it -> !isNamed(it.cause(), ranked)).ifPresent(ranked::add);
    return ranked;
  }

  private static boolean isNamed(Cause cause, List<Finding> findings) {
    return findings.stream().anyMatch(it -> it.cause() == cause);
  }

  /** Whether nothing that could still be done would change the verdict. */
  boolean isDecided() {
    boolean compared = seen.has(Probe.MADE_UP_SECRET);
    return findings().stream()
        .anyMatch(
            it ->
                (it.strength() == Strength.PROVED && !it.cause().isBroad())
                    || (compared && it.strength() == Strength.SERVER_SAYS && it.cause().isKnownFromWordsOnly()));
  }

  /** Whether something would be called proved, so that it matters whether the server is steady. */
  boolean hasProof() {
    return findings().stream().anyMatch(it -> it.strength() == Strength.PROVED);
  }

  /** Whether the server said that it does not know the client, so that nothing is left to ask of this server. */
  boolean isClientUnknown() {
    return findings().stream().anyMatch(it -> it.cause() == Cause.CLIENT_UNKNOWN);
  }

  private Finding narrowed(GrantOutcome.Granted granted) {
    return words.finding(
        Cause.SCOPE_NARROWED,
        granted.scopes().source() == ScopeSource.RESPONSE ? Strength.SERVER_SAYS : Strength.LIKELY,
        VisibleText.of(String.join(" ", granted.scopes().missing()), 200),
        words.of("scopes.howWeKnow", granted.scopes().source()),
        Optional.empty());
  }

  private Finding stopped() {
    Observation last = seen.stop().orElseThrow();
    boolean outage = last.status() >= 500;
    return words.finding(
        outage ? Cause.SERVER_ERROR : Cause.RATE_LIMITED, Strength.SERVER_SAYS, words.get("evidence.stopped", last.answer()));
  }

  private List<Finding> signatures() {
    return catalogue.matching(seen.baseline()).stream().map(this::finding).toList();
  }

  /** In words of ours, such as which alert ended TLS. */
  private String failure() {
    return seen.baseline().run().outcome() instanceof GrantOutcome.NotReached it ? it.failure().message() : "";
  }

  private Finding finding(KnownSignature known) {
    boolean network = seen.baseline().isNotReached();
    boolean again = network && known.strength() == Strength.SERVER_SAYS && seen.same(Probe.NO_CREDENTIALS);
    String evidence =
        network
            ? words.get(again ? "evidence.network.again" : "evidence.network", failure())
                : seen.baseline().said(words, "evidence.signature", known.vendor().isEmpty() ? 0 : 1, known.vendor(), known.source());
    Finding finding = words.finding(known.cause(), again ? Strength.PROVED : known.strength(), evidence);
    return known.advice().isEmpty()
        ? finding
        : new Finding(
            finding.cause(), finding.strength(), finding.sentence(), evidence, words.get("signature.advice." + known.advice()), Optional.empty());
  }

  /**
   * Proved before said before likely, with two exceptions: what only names the gate stands behind every more exact cause at that gate,
   * and a likely cause at another gate than the proved one is no cause at all.
   */
  private List<Finding> ranked(List<Finding> found) {
    boolean exact = found.stream().anyMatch(it -> it.strength() == Strength.PROVED && !it.cause().isBroad());
    Optional<Cause> broad = found.stream().map(Finding::cause).filter(Cause::isBroad).findFirst();
    Set<Cause> named = EnumSet.noneOf(Cause.class);
    List<Finding> ranked = new ArrayList<>();
    // A server that says it is the secret knows better than that a made-up one looks different.
    boolean said = found.stream().anyMatch(it -> it.strength() == Strength.SERVER_SAYS && it.cause().isAboutCredentials());
    found.stream()
        .filter(it -> !said || it.cause() != Cause.REFUSED_AFTER_AUTHENTICATION)
        .filter(it -> !exact || !it.cause().isBroad() || it.strength() == Strength.PROVED)
        .filter(it -> it.strength() == Strength.PROVED || broad.isEmpty() || fits(broad.get(), it))
        .sorted(Comparator.comparingInt(it -> rank(it, exact)))
        .filter(it -> named.add(it.cause()))
        .forEach(ranked::add);
    if (ranked.stream().noneMatch(it -> it.strength() != Strength.UNKNOWN)) {
      ranked.addFirst(words.finding(Cause.UNKNOWN, Strength.UNKNOWN, seen.baseline().said(words, "evidence.unknown")));
    }
    return ranked;
  }

  private static boolean fits(Cause broad, Finding finding) {
    return finding.cause().isBroad()
        || finding.strength() == Strength.UNKNOWN
        || (broad == Cause.REFUSED_AFTER_AUTHENTICATION
            ? !finding.cause().isAboutCredentials() || finding.strength() == Strength.SERVER_SAYS
            : finding.cause().isAboutCredentials() || finding.strength() == Strength.SERVER_SAYS);
  }

  private static int rank(Finding finding, boolean exact) {
    if (finding.cause().isBroad() && !exact && finding.strength() != Strength.UNKNOWN) {
      return 3;
    }
    return switch (finding.strength()) {
      case PROVED -> 0;
      case SERVER_SAYS -> 1;
      case LIKELY -> 2;
      case UNKNOWN -> 4;
    };
  }
}

package dev.grantscope.presenter;

import dev.grantscope.core.render.Redaction;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.timing.ClockSkew;
import dev.grantscope.core.timing.Detour;
import dev.grantscope.core.timing.Timeline;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.AddressAttempt;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Phase;
import dev.grantscope.core.wire.ProxyHop;
import dev.grantscope.core.wire.Route;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireProxy;
import dev.grantscope.core.wire.WireResponse;
import dev.grantscope.presenter.TimingPresenter.Fact;
import dev.grantscope.presenter.TimingPresenter.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of the Timing tab. */
final class TimingWords {
  private static final int LONGEST = 300;
  private static final int MOST_LINES = 30;

  private final Texts texts;
  private final CertificateWords certificates;

  TimingWords(Texts texts, CertificateWords certificates) {
    this.texts = texts;
    this.certificates = certificates;
  }

  String nothing() {
    return texts.get("timing.nothing");
  }

  String phase(Phase phase) {
    return texts.of("phase.name", phase);
  }

  String time(Duration duration) {
    return texts.get("timing.ms", TimingPresenter.precise(duration));
  }

  String total(Duration total) {
    return texts.get("timing.total", time(total));
  }

  /** The same as the bar, for who cannot see it. */
  String spoken(Timeline.Step step) {
    return texts.get(step.failed() ? "timing.step.failed" : "timing.step", phase(step.phase()), time(step.elapsed()), time(step.start()));
  }

  List<Section> sections(Exchange exchange, List<Secret> secrets) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section(texts.get("timing.way"), way(exchange)));
    exchange
        .proxyHop()
        .ifPresent(hop -> sections.add(new Section(texts.get("timing.proxy"), proxy(hop, Redaction.of(secrets).learning(hop.sent())))));
    certificates.addTo(sections, exchange);
    exchange.response().ifPresent(answer -> sections.add(new Section(texts.get("timing.clock"), List.of(clock(exchange, answer)))));
    return sections;
  }

  private List<Fact> way(Exchange exchange) {
    List<Fact> facts = new ArrayList<>();
    exchange.failure().ifPresent(it -> facts.add(new Fact(Tone.BAD, "", failure(it))));
    facts.add(new Fact(Tone.QUIET, "", route(exchange.route())));
    switch (Detour.of(exchange.attempts())) {
      case NONE -> {}
      case IPV6_TO_IPV4 -> facts.add(new Fact(Tone.ATTENTION, "", texts.get("timing.detour.IPV6_TO_IPV4", lost(exchange))));
      case IPV4_TO_IPV6 -> facts.add(new Fact(Tone.ATTENTION, "", texts.get("timing.detour.IPV4_TO_IPV6", lost(exchange))));
      case OTHER_ADDRESS -> facts.add(new Fact(Tone.ATTENTION, "", texts.get("timing.detour.OTHER_ADDRESS", lost(exchange))));
    }
    exchange.attempts().forEach(it -> facts.add(attempt(it)));
    return facts;
  }

  private String failure(WireFailure failure) {
    return VisibleText.of(failure.message(), LONGEST);
  }

  /** Which way it went, and why. */
  private String route(Route route) {
    return texts.of("timing.route", route.why(), route.proxy().map(WireProxy::toString).orElse(""), route.source());
  }

  /** What the addresses cost that did not answer. */
  private String lost(Exchange exchange) {
    List<AddressAttempt> failed = exchange.attempts().subList(0, exchange.attempts().size() - 1);
    return time(failed.stream().map(AddressAttempt::elapsed).reduce(Duration.ZERO, Duration::plus));
  }

  private Fact attempt(AddressAttempt attempt) {
    String key =
        attempt
            .failure()
            .map(
                kind ->
                    switch (kind) {
                      case REFUSED -> "timing.attempt.REFUSED";
                      case TIMEOUT -> "timing.attempt.TIMEOUT";
                      case UNREACHABLE -> "timing.attempt.UNREACHABLE";
                      case CANCELLED -> "timing.attempt.CANCELLED";
                      default -> "timing.attempt.FAILED";
                    })
            .orElse("timing.attempt.CONNECTED");
    return new Fact(
        attempt.failure().isPresent() ? Tone.BAD : Tone.GOOD,
        texts.get(Detour.isIpv6(attempt) ? "timing.address.6" : "timing.address.4", attempt.address(), Integer.toString(attempt.port())),
        texts.get(key, time(attempt.elapsed())));
  }

  /** Both sides of the CONNECT, line by line; what stands for the proxy's password is redacted. */
  private List<Fact> proxy(ProxyHop hop, Redaction redaction) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(hop.status() / 100 == 2 ? Tone.GOOD : Tone.BAD, "", texts.get("timing.proxy.own", hop.proxy())));
    lines(texts.get("timing.proxy.sent"), redaction.redact(hop.sent()).asText(), facts);
    lines(texts.get("timing.proxy.received"), redaction.redact(hop.received()).asText(), facts);
    return facts;
  }

  private static void lines(String name, String text, List<Fact> facts) {
    text.lines()
        .takeWhile(line -> !line.isEmpty())
        .limit(MOST_LINES)
        .forEach(line -> facts.add(new Fact(Tone.QUIET, name, VisibleText.of(line, LONGEST))));
  }

  private Fact clock(Exchange exchange, WireResponse answer) {
    Optional<ClockSkew> skew = ClockSkew.of(exchange);
    if (skew.isEmpty()) {
      boolean there = answer.headers().stream().anyMatch(it -> it.is("Date"));
      return new Fact(Tone.QUIET, "", texts.get(there ? "timing.clock.unreadable" : "timing.clock.absent"));
    }
    Duration ahead = skew.get().ahead();
    if (!skew.get().isNoteworthy()) {
      return new Fact(Tone.GOOD, "", texts.get("timing.clock.same", Math.abs(ahead.toSeconds())));
    }
    return new Fact(
        Tone.ATTENTION, "", texts.get(ahead.isNegative() ? "timing.clock.behind" : "timing.clock.ahead", Math.abs(ahead.toSeconds())));
  }
}

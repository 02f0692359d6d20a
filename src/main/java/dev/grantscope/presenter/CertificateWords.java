package dev.grantscope.presenter;

import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.timing.CertificateFacts;
import dev.grantscope.core.timing.CertificateFacts.Weakness;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.TlsFacts;
import dev.grantscope.core.wire.TrustSource;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.presenter.TimingPresenter.Fact;
import dev.grantscope.presenter.TimingPresenter.Section;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What TLS agreed on, who vouches for the server, and what its certificates say, in words. */
final class CertificateWords {
  private static final int LONGEST = 200;
  private static final int MOST_NAMES = 20;
  private static final int MOST_CERTIFICATES = 10;
  private static final long SOON_DAYS = 14;

  private final Texts texts;
  private final Clock clock;
  private final ZoneId zone;

  CertificateWords(Texts texts, Clock clock, ZoneId zone) {
    this.texts = texts;
    this.clock = clock;
    this.zone = zone;
  }

  void addTo(List<Section> sections, Exchange exchange) {
    if (exchange.tls().isEmpty()) {
      if (!exchange.request().endpoint().tls()) {
        sections.add(new Section(texts.get("timing.tls"), List.of(new Fact(Tone.QUIET, "", texts.get("timing.tls.none")))));
      }
      return;
    }
    TlsFacts tls = exchange.tls().get();
    List<Fact> facts = new ArrayList<>();
    if (!tls.protocol().isEmpty()) {
      facts.add(new Fact(Tone.QUIET, texts.get("timing.tls.protocol"), tls.protocol()));
      facts.add(new Fact(Tone.QUIET, texts.get("timing.tls.cipher"), tls.cipher()));
    }
    if (!tls.chain().isEmpty()) {
      facts.add(trust(exchange, tls));
      facts.add(new Fact(Tone.QUIET, texts.get("timing.trust.top"), safe(CertificateFacts.of(tls.chain().getLast()).issuer())));
    }
    if (!facts.isEmpty()) {
      sections.add(new Section(texts.get("timing.tls"), facts));
    }
    for (int i = 0; i < Math.min(tls.chain().size(), MOST_CERTIFICATES); i++) {
      String title = i == 0 ? texts.get("timing.certificate.server") : texts.get("timing.certificate.above", i + 1);
      sections.add(new Section(title, certificate(tls.chain().get(i))));
    }
  }

  private Fact trust(Exchange exchange, TlsFacts tls) {
    Set<TrustSource> by = tls.trustedBy();
    if (by.contains(TrustSource.JAVA)) {
      return new Fact(
          Tone.GOOD, "", texts.get(by.contains(TrustSource.SYSTEM) ? "timing.trust.both" : "timing.trust.java"));
    }
    if (by.contains(TrustSource.SYSTEM)) {
      return new Fact(Tone.ATTENTION, "", texts.get("timing.trust.system"));
    }
    if (by.contains(TrustSource.EXTRA)) {
      return new Fact(Tone.QUIET, "", texts.get("timing.trust.extra"));
    }
    boolean dates =
        exchange
            .failure()
            .filter(it -> it.kind() == WireFailure.Kind.EXPIRED || it.kind() == WireFailure.Kind.NOT_YET_VALID)
            .isPresent();
    return dates
        ? new Fact(Tone.QUIET, "", texts.get("timing.trust.dates"))
        : new Fact(Tone.BAD, "", texts.get("timing.trust.none"));
  }

  private List<Fact> certificate(X509Certificate certificate) {
    CertificateFacts it = CertificateFacts.of(certificate);
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(Tone.QUIET, texts.get("timing.certificate.subject"), safe(it.subject())));
    facts.add(
        it.selfSigned()
            ? new Fact(Tone.QUIET, texts.get("timing.certificate.issuer"), texts.get("timing.certificate.selfSigned"))
            : new Fact(Tone.QUIET, texts.get("timing.certificate.issuer"), safe(it.issuer())));
    if (!it.names().isEmpty()) {
      facts.add(new Fact(Tone.QUIET, texts.get("timing.certificate.names"), names(it.names())));
    }
    facts.add(validity(it));
    it.weaknesses().stream().sorted().map(this::weakness).forEach(facts::add);
    return facts;
  }

  private Fact weakness(Weakness weakness) {
    return new Fact(Tone.ATTENTION, texts.get("timing.certificate.weak"), texts.of("timing.weak", weakness));
  }

  private Fact validity(CertificateFacts it) {
    Instant now = clock.instant();
    long days = it.left(now).toDays();
    String from = day(it.notBefore());
    String to = day(it.notAfter());
    if (now.isBefore(it.notBefore())) {
      return validity(Tone.BAD, texts.get("timing.validity.early", from, to));
    }
    if (now.isAfter(it.notAfter())) {
      return validity(Tone.BAD, texts.get("timing.validity.over", from, to));
    }
    return validity(days < SOON_DAYS ? Tone.ATTENTION : Tone.GOOD, texts.get("timing.validity.now", from, to, days));
  }

  private Fact validity(Tone tone, String text) {
    return new Fact(tone, texts.get("timing.certificate.validity"), text);
  }

  private String day(Instant instant) {
    return instant.atZone(zone).toLocalDate().toString();
  }

  private String names(List<String> names) {
    String first = names.stream().limit(MOST_NAMES).map(CertificateWords::safe).collect(Collectors.joining(", "));
    return names.size() <= MOST_NAMES ? first : texts.get("timing.certificate.moreNames", first, names.size() - MOST_NAMES);
  }

  private static String safe(String text) {
    return VisibleText.of(text, LONGEST);
  }
}

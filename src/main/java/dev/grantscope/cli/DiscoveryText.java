package dev.grantscope.cli;

import dev.grantscope.core.discovery.Attempt;
import dev.grantscope.core.discovery.DiscoveryRun;
import dev.grantscope.core.discovery.DiscoveryWords;
import dev.grantscope.core.discovery.Fact;
import dev.grantscope.core.discovery.TenantRun;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.render.Redaction;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.Exchange;
import java.util.List;

/** A discovery as text for people: what was found and what it means, then where it was looked for, then the wire. */
final class DiscoveryText {
  private final Texts texts;
  private final DiscoveryWords words;
  private final StringBuilder out = new StringBuilder();

  DiscoveryText(Texts texts) {
    this.texts = texts;
    this.words = new DiscoveryWords(texts);
  }

  String text(DiscoveryRun run, ProfileDraft draft) {
    line(texts.get(run.metadata().isPresent() ? "discovery.found" : "discovery.none"));
    if (run.metadata().isPresent()) {
      words.facts(run, draft).forEach(this::fact);
    }
    line("");
    for (Attempt attempt : run.attempts()) {
      line("  " + attempt.place().endpoint().text());
      line("    " + texts.of("discovery.form", attempt.place().form()) + ": " + words.attempt(attempt));
    }
    run.attempts().forEach(it -> wire(it.exchange()));
    return out.toString().stripTrailing();
  }

  String text(TenantRun run) {
    line("");
    line(run.configuration().isPresent() ? texts.get("tenant.found") : texts.get("tenant.none", words.answer(run.answer())));
    run.configuration().ifPresent(it -> words.facts(it).forEach(this::fact));
    wire(run.exchange());
    return out.toString().stripTrailing();
  }

  private void fact(Fact fact) {
    line("");
    line(fact.value().isEmpty() ? fact.name() : fact.name() + ": " + fact.value());
    if (!fact.meaning().isEmpty()) {
      line("  " + fact.meaning());
    }
  }

  private void wire(Exchange exchange) {
    wire(texts.get("result.request"), exchange.sent());
    wire(texts.get("result.response"), exchange.received());
  }

  private void wire(String title, Bytes bytes) {
    if (bytes.isEmpty()) {
      return;
    }
    line("");
    line("── " + title + " ──");
    for (String each : Redaction.of(List.of()).redact(bytes).asText().split("\r?\n", -1)) {
      line(VisibleText.of(each, Integer.MAX_VALUE));
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}

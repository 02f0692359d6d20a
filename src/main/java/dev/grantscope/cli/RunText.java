package dev.grantscope.cli;

import dev.grantscope.core.grant.GrantOutcome.Granted;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.render.Redaction;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.scope.ScopeComparison;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Verdict;
import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.Route;

/** A run as text for people: the verdict, the scopes, the wire. What a terminal would obey is escaped. */
final class RunText {
  private final Texts texts;
  private final GrantRun run;
  private final boolean reveal;
  private final Redaction redaction;
  private final StringBuilder out = new StringBuilder();

  RunText(Texts texts, GrantRun run, boolean reveal) {
    this.texts = texts;
    this.run = run;
    this.reveal = reveal;
    this.redaction = Redaction.of(run.secrets()).learning(run.exchange());
  }

  String text() {
    Verdict.Banner banner = new Verdict(texts).of(run);
    line(safe(banner.title()));
    if (!banner.detail().isEmpty()) {
      line(safe(banner.detail()));
    }
    if (run.outcome() instanceof Granted granted && !granted.scopes().rows().isEmpty()) {
      line("");
      ScopeComparison scopes = granted.scopes();
      for (ScopeComparison.Row row : (reveal ? scopes : scopes.withScopes(redaction.redactAll(scopes.scopes()))).rows()) {
        line("  " + texts.of("scope.result", row.result()) + "  " + VisibleText.of(row.scope(), 200));
      }
      line(texts.of("scopes.howWeKnow", granted.scopes().source()));
    }
    run.notes().forEach(note -> line(texts.of("note", note.kind(), VisibleText.of(safe(note.detail()), 80))));
    Route route = run.exchange().route();
    if (route.proxy().isPresent()) {
      line(texts.of("timing.route", route.why(), route.proxy().get().toString(), route.source()));
    }
    wire(texts.get("result.request"), run.exchange().sent());
    wire(texts.get("result.response"), run.exchange().received());
    return out.toString().stripTrailing();
  }

  private void wire(String title, Bytes bytes) {
    out.append(new WireLines(reveal, redaction).of(title, bytes));
  }

  private String safe(String text) {
    return reveal ? text : redaction.redact(text);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}

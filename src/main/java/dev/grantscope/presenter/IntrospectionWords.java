package dev.grantscope.presenter;

import dev.grantscope.core.api.Introspection;
import dev.grantscope.core.api.Introspection.Outcome;
import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.render.Redaction;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import java.util.stream.Collectors;

/** What a server said about the token, in words. */
final class IntrospectionWords {
  private static final int MOST_MEMBERS = 30;

  private final Texts texts;

  IntrospectionWords(Texts texts) {
    this.texts = texts;
  }

  Notice of(Introspection introspection) {
    Redaction redaction = Redaction.of(introspection.secrets());
    return switch (introspection.outcome()) {
      case Outcome.Active it ->
          new Notice(
              Tone.GOOD,
              texts.get("introspection.active")
                  + it.members().stream()
                      .limit(MOST_MEMBERS)
                      .map(member -> TokenWords.safe(member.name() + ": " + member.text(), redaction))
                      .collect(Collectors.joining("\n", "\n", "")));
      case Outcome.Inactive _ -> new Notice(Tone.BAD, texts.get("introspection.inactive"));
      case Outcome.Refused it ->
          new Notice(
              Tone.BAD,
              texts.get(
                  "introspection.refused",
                  it.status(),
                  TokenWords.safe(it.error().code() + it.error().description().map(text -> ": " + text).orElse(""), redaction)));
      case Outcome.NotIntrospection it -> new Notice(Tone.BAD, texts.get("introspection.notIntrospection", it.status()));
      case Outcome.Other it when it.outcome() instanceof GrantOutcome.NotReached reached ->
          new Notice(Tone.BAD, texts.get("introspection.notReached", texts.of("phase.failed", reached.failure().phase())));
      case Outcome.Other it when it.outcome() instanceof GrantOutcome.NotOAuth other ->
          new Notice(Tone.BAD, texts.get("introspection.notIntrospection", other.status()));
      case Outcome.Other _ -> new Notice(Tone.QUIET, texts.get("introspection.cancelled"));
    };
  }
}

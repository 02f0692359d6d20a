package dev.grantscope.core.api;

import dev.grantscope.core.api.ApiAnswer.Meaning;
import dev.grantscope.core.render.Redaction;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireResponse;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What the answer of an API means for a token, in words. */
public final class CallVerdict {
  private static final int LONGEST = 200;
  private static final Set<Meaning> EXPLAINED =
      EnumSet.of(Meaning.TOKEN_REFUSED, Meaning.SCOPE_MISSING, Meaning.NOT_ALLOWED, Meaning.BAD_REQUEST);

  private final Texts texts;

  public CallVerdict(Texts texts) {
    this.texts = texts;
  }

  public static Tone tone(Meaning meaning) {
    return switch (meaning) {
      case ALLOWED -> Tone.GOOD;
      case TOKEN_REFUSED, SCOPE_MISSING, NOT_ALLOWED, NOT_SENDABLE, NOT_REACHED, SERVER_ERROR -> Tone.BAD;
      case NOT_FOUND, REDIRECT, RATE_LIMITED, BAD_REQUEST, WEB_PAGE -> Tone.ATTENTION;
      case CANCELLED -> Tone.QUIET;
    };
  }

  /** A few words: "200, answered". */
  public String word(ApiAnswer answer) {
    String word = texts.of("call.word", answer.meaning());
    return answer.status() == 0 ? word : texts.get("call.word.status", Integer.toString(answer.status()), word);
  }

  /** What it means and what to do; where the server gives a reason, that first. */
  public String meaning(ApiAnswer answer) {
    Redaction redaction = Redaction.of(answer.secrets());
    return challenge(answer, redaction) + texts.of("call.meaning", answer.meaning(), detail(answer, redaction));
  }

  private String detail(ApiAnswer answer, Redaction redaction) {
    Optional<WireFailure> failure = answer.exchange().failure();
    if (answer.meaning() == Meaning.NOT_REACHED && failure.isPresent()) {
      return texts.of("phase.failed", failure.get().phase());
    }
    return answer.exchange().response().flatMap(CallVerdict::location).map(it -> safe(it, redaction)).orElse("");
  }

  private static Optional<String> location(WireResponse response) {
    return response.header("Location");
  }

  private String challenge(ApiAnswer answer, Redaction redaction) {
    Optional<BearerError> said = answer.bearerError().filter(it -> !it.error().isEmpty());
    if (said.isEmpty() || !EXPLAINED.contains(answer.meaning())) {
      return "";
    }
    String reason = safe(said.get().error() + (said.get().description().isEmpty() ? "" : ": " + said.get().description()), redaction);
    String scope =
        said.get().scope().isEmpty() ? "" : " " + texts.get("call.scopeNeeded", safe(said.get().scope(), redaction));
    return texts.get("call.serverSays", reason) + scope + " ";
  }

  private static String safe(String text, Redaction redaction) {
    return VisibleText.of(redaction.redact(text.length() > 4000 ? text.substring(0, 4000) : text), LONGEST);
  }
}

package dev.grantscope.core.diagnosis;

import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.render.Redaction;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a server's refusal says about the API that a token is for: whether it is about that at all, and which values it names. */
record AudienceWords(String code, String description) {
  private static final Pattern ABOUT = Pattern.compile("\\b(audience|resource)|/\\.default\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern QUOTED = Pattern.compile("[\"'`“‘]([^\"'`“”‘’\\s]{3,200})[\"'`”’]");
  private static final Pattern URI = Pattern.compile("\\b(?:https?|api)://[^\\s\"'`“”‘’<>,;()]{2,200}|\\burn:[^\\s\"'`<>,;()]{2,200}");

  /** Words of the protocol, which a server may quote too. */
  private static final Set<String> NAMES =
      Set.of("audience", "resource", "scope", "client_id", "grant_type", "client_credentials", "/.default", ".default");

  private static final int MOST = 2;

  /** Without the secrets that the server may have echoed: what it names is sent, shown and saved as a parameter. */
  static AudienceWords of(Observation refused) {
    Redaction redaction = Redaction.of(refused.run().secrets());
    return refused.run().outcome() instanceof GrantOutcome.Refused it
        ? new AudienceWords(it.error().code(), redaction.redact(Said.description(refused.run())))
        : new AudienceWords("", "");
  }

  /** RFC 8707 §2 has a code of its own for it. */
  boolean isAbout() {
    return code.equals("invalid_target") || ABOUT.matcher(description).find();
  }

  boolean isAboutDefaultScope() {
    return description.contains("/.default");
  }

  /** The parameter that they speak of: that of RFC 8707 where only it is named. */
  String parameter() {
    boolean audience = description.matches("(?is).*\\baudience.*");
    boolean resource = description.matches("(?is).*\\bresource.*");
    return (resource && !audience) || (!audience && code.equals("invalid_target")) ? "resource" : "audience";
  }

  /** The values that it names, as it wrote them. */
  List<String> values() {
    return isAbout() && !isAboutDefaultScope()
        ? Stream.concat(QUOTED.matcher(description).results().map(it -> it.group(1)), URI.matcher(description).results().map(MatchResult::group))
            .map(it -> it.replaceFirst("[.:]+$", ""))
            .filter(it -> !NAMES.contains(it) && !it.contains(Redaction.MARK))
            .distinct()
            .limit(MOST)
            .toList()
        : List.of();
  }
}

package dev.grantscope.core.discovery;

import dev.grantscope.core.discovery.MetadataFit.ScopeFit;
import dev.grantscope.core.grant.AnswerNote;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.GrantOutcome.NotOAuth;
import dev.grantscope.core.grant.JsonAnswer;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.WireFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Metadata in words, against the grant that it is to be used for. What is not stated is called so and nothing else. */
public final class DiscoveryWords {
  private static final int LONGEST = 200;
  private static final int LONGEST_LIST = 600;

  private final Texts texts;

  public DiscoveryWords(Texts texts) {
    this.texts = texts;
  }

  /** What the document says, in the order of use. */
  public List<Fact> facts(DiscoveryRun run, ProfileDraft draft) {
    Attempt found = run.found().orElseThrow();
    Metadata metadata = found.metadata().orElseThrow();
    MetadataFit fit = new MetadataFit(metadata);
    List<Fact> facts = new ArrayList<>();
    facts.add(fact(Tone.QUIET, "discovery.document", found.place().endpoint().text(), texts.of("discovery.form", found.place().form())));
    facts.add(issuer(run, metadata));
    facts.add(tokenEndpoint(run, metadata, draft));
    facts.add(authentication(metadata, fit, draft.authentication()));
    facts.add(scopes(metadata, fit, ScopeSet.parse(draft.scope())));
    facts.add(grants(metadata, fit, draft));
    facts.add(other("discovery.jwks", metadata.jwksUri(), "discovery.jwks.use"));
    facts.add(other("discovery.introspection", metadata.introspectionEndpoint(), "discovery.introspection.use"));
    facts.addAll(notes(metadata));
    return facts;
  }

  private Fact issuer(DiscoveryRun run, Metadata metadata) {
    IssuerMatch match = run.issuer().match(metadata);
    Tone tone =
        switch (match) {
          case SAME -> Tone.GOOD;
          case SLASH, NOT_STATED -> Tone.ATTENTION;
          case DIFFERENT -> Tone.BAD;
        };
    return fact(tone, "discovery.issuer", stated(metadata.issuer()), texts.of("discovery.match", match, visible(run.issuer().text())));
  }

  private Fact tokenEndpoint(DiscoveryRun run, Metadata metadata, ProfileDraft draft) {
    if (metadata.tokenEndpoint().isEmpty()) {
      return fact(Tone.ATTENTION, "discovery.token", stated(Optional.empty()), texts.get("discovery.token.absent"));
    }
    String url = metadata.tokenEndpoint().get();
    Optional<Endpoint> endpoint = Endpoint.ifValid(url);
    if (endpoint.isEmpty()) {
      return fact(Tone.BAD, "discovery.token", url, texts.get("discovery.token.unusable"));
    }
    boolean elsewhere = !endpoint.get().host().equals(run.issuer().places().getFirst().endpoint().host());
    if (elsewhere) {
      return fact(Tone.ATTENTION, "discovery.token", url, texts.get("discovery.token.elsewhere", visible(endpoint.get().host())));
    }
    return url.equals(draft.tokenUrl())
        ? fact(Tone.GOOD, "discovery.token", url, texts.get("discovery.token.same"))
        : fact(Tone.QUIET, "discovery.token", url, draft.tokenUrl().isBlank() ? "" : texts.get("discovery.token.other"));
  }

  private Fact authentication(Metadata metadata, MetadataFit fit, ClientAuthenticationMethod method) {
    Fit how = fit.authentication(method);
    String key = "discovery.authentication." + how;
    return fact(tone(how), "discovery.authentication", list(metadata.tokenEndpointAuthMethods()), texts.get(key, MetadataFit.registeredName(method)));
  }

  private Fact grants(Metadata metadata, MetadataFit fit, ProfileDraft draft) {
    Fit how = fit.grantType(draft.grantType());
    return fact(tone(how), "discovery.grants", list(metadata.grantTypes()), texts.get("discovery.grants." + how, draft.grantType().value()));
  }

  private Fact scopes(Metadata metadata, MetadataFit fit, ScopeSet asked) {
    List<ScopeFit> fits = fit.scopes(asked);
    String value = list(metadata.scopes());
    if (metadata.scopes().isEmpty()) {
      return fact(Tone.QUIET, "discovery.scopes", value, texts.get("discovery.scopes.NOT_STATED"));
    }
    if (fits.isEmpty()) {
      return fact(Tone.QUIET, "discovery.scopes", value, texts.get("discovery.scopes.noneAsked"));
    }
    String otherCase = join(fits.stream().filter(it -> it.fit() == Fit.OTHER_CASE).map(it -> it.scope() + " → " + it.advertisedAs().orElseThrow()));
    String missing = join(fits.stream().filter(it -> it.fit() == Fit.NOT_ADVERTISED).map(ScopeFit::scope));
    if (!otherCase.isEmpty()) {
      return fact(Tone.ATTENTION, "discovery.scopes", value, texts.get("discovery.scopes.OTHER_CASE", otherCase));
    }
    return missing.isEmpty()
        ? fact(Tone.GOOD, "discovery.scopes", value, texts.get("discovery.scopes.ADVERTISED", fits.size()))
        : fact(Tone.ATTENTION, "discovery.scopes", value, texts.get("discovery.scopes.NOT_ADVERTISED", missing));
  }

  private Fact other(String name, Optional<String> value, String use) {
    return fact(Tone.QUIET, name, stated(value), value.isPresent() ? texts.get(use) : "");
  }

  private List<Fact> notes(Metadata metadata) {
    List<Fact> notes = new ArrayList<>();
    if (!metadata.unreadable().isEmpty()) {
      notes.add(fact(Tone.ATTENTION, "discovery.unreadable", String.join(", ", metadata.unreadable()), texts.get("discovery.unreadable.meaning")));
    }
    for (AnswerNote note : metadata.notes()) {
      notes.add(fact(Tone.ATTENTION, "discovery.note", texts.of("note", note.kind(), visible(note.detail())), ""));
    }
    return notes;
  }

  /** What CXone says of a tenant. */
  public List<Fact> facts(TenantConfiguration tenant) {
    return Stream.of(
            other("tenant.area", tenant.area(), "tenant.documented"),
            other("tenant.api", tenant.apiEndpoint(), "tenant.documented"),
            other("tenant.auth", tenant.authEndpoint(), "tenant.documented"),
            other("tenant.domain", tenant.domain(), "tenant.documented"),
            other("tenant.cluster", tenant.cluster(), "tenant.documented"))
        .toList();
  }

  /** What one place answered. */
  public String attempt(Attempt attempt) {
    return attempt.metadata().isPresent() ? texts.get("answer.metadata") : answer(attempt.answer());
  }

  /** What came instead of what was asked for. */
  public String answer(JsonAnswer answer) {
    return switch (answer) {
      case JsonAnswer.Json json -> texts.get("answer.json", json.status());
      case JsonAnswer.None none when none.outcome() instanceof NotOAuth it -> other(it);
      case JsonAnswer.None none when none.outcome() instanceof GrantOutcome.NotReached it -> failure(it.failure());
      case JsonAnswer.None _ -> texts.get("answer.cancelled");
    };
  }

  /** What a region answered. */
  public String region(RegionAnswer answer) {
    return switch (answer.sign()) {
      case RegionAnswer.Sign.Tenant it -> texts.get("answer.tenant", it.configuration().area().map(DiscoveryWords::visible).orElse("–"));
      case RegionAnswer.Sign.NoTenant it -> texts.get("answer.noTenant", it.status());
      case RegionAnswer.Sign.Described it ->
          texts.get(
              it.metadata().tokenEndpoint().equals(Optional.of(answer.candidate().endpoint().text()))
                  ? "answer.metadata.same"
                  : "answer.metadata.other",
              visible(stated(it.metadata().tokenEndpoint())));
      case RegionAnswer.Sign.OAuth it -> texts.get("answer.oauth", it.status(), visible(it.error()));
      case RegionAnswer.Sign.Other it -> other(it.answer());
      case RegionAnswer.Sign.NotReached it -> failure(it.failure());
      case RegionAnswer.Sign.Cancelled _ -> texts.get("answer.cancelled");
    };
  }

  private String other(NotOAuth answer) {
    return texts.of("answer", answer.reason(), answer.status(), visible(answer.detail().orElse("")));
  }

  /** The step that failed, and why. */
  public String failure(WireFailure failure) {
    return texts.get("answer.notReached", texts.of("phase.failed", failure.phase()), visible(failure.message()));
  }

  private static Tone tone(Fit fit) {
    return switch (fit) {
      case ADVERTISED -> Tone.GOOD;
      case NOT_ADVERTISED, OTHER_CASE -> Tone.ATTENTION;
      case NOT_STATED -> Tone.QUIET;
    };
  }

  private Fact fact(Tone tone, String name, String value, String meaning) {
    return new Fact(tone, texts.get(name), VisibleText.of(value, LONGEST_LIST), meaning);
  }

  private String stated(Optional<String> value) {
    return value.orElseGet(() -> texts.get("discovery.notStated"));
  }

  private String list(Optional<List<String>> values) {
    return values
        .map(it -> it.isEmpty() ? texts.get("discovery.emptyList") : it.stream().limit(LONGEST_LIST).collect(Collectors.joining(", ")))
        .orElseGet(() -> texts.get("discovery.notStated"));
  }

  private static String join(Stream<String> words) {
    return VisibleText.of(words.limit(LONGEST).collect(Collectors.joining(", ")), LONGEST);
  }

  private static String visible(String text) {
    return VisibleText.of(text, LONGEST);
  }
}

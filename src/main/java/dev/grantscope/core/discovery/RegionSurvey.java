package dev.grantscope.core.discovery;

import dev.grantscope.core.discovery.RegionAnswer.Sign;
import dev.grantscope.core.grant.BodyFormat;
import dev.grantscope.core.grant.ClientAuthentication;
import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.GrantRequest;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.grant.GrantService;
import dev.grantscope.core.grant.GrantType;
import dev.grantscope.core.grant.JsonAnswer;
import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.EndpointException;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.WireListener;
import dev.grantscope.core.wire.WireSettings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asks several regions at once which of them lives, without credentials: for the tenant where its id is known, else for metadata and,
 * where there is none, for a grant that no server has.
 */
public final class RegionSurvey {
  private static final int AT_ONCE = 6;
  private static final String METADATA = "/.well-known/openid-configuration";

  private final Discovery discovery;
  private final GrantService grants;

  public RegionSurvey(Discovery discovery, GrantService grants) {
    this.discovery = discovery;
    this.grants = grants;
  }

  /**
   * Blocks until all have answered or failed; cancelling ends all of them.
   *
   * @param tenantId asked of each as of a CXone issuer; empty where it is not known
   * @param each hears of every answer as it comes, on the thread that brought it
   */
  public List<RegionAnswer> survey(
      List<Candidate> candidates, Optional<String> tenantId, WireSettings settings, Cancellation cancellation, Consumer<RegionAnswer> each) {
    List<Cancellation> parts = Stream.generate(Cancellation::new).limit(candidates.size()).toList();
    cancellation.onCancel(() -> parts.forEach(Cancellation::cancel));
    List<Callable<RegionAnswer>> tasks =
        IntStream.range(0, parts.size())
            .<Callable<RegionAnswer>>mapToObj(
                i ->
                    () -> {
                      RegionAnswer answer = ask(candidates.get(i), tenantId, settings, parts.get(i));
                      each.accept(answer);
                      return answer;
                    })
            .toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().name("survey-", 0).factory())) {
      return threads.invokeAll(tasks).stream().map(Future::resultNow).toList();
    } catch (InterruptedException _) {
      cancellation.cancel();
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private RegionAnswer ask(Candidate candidate, Optional<String> tenantId, WireSettings settings, Cancellation cancellation) {
    if (tenantId.isPresent()) {
      return tenant(candidate, discovery.tenant(candidate, tenantId.get(), settings, cancellation));
    }
    Exchange document = discovery.get(at(candidate, METADATA), settings, cancellation, WireListener.NONE);
    Attempt attempt = Attempt.of(new Place(Place.Form.OIDC_APPENDED, document.request().endpoint()), document);
    if (attempt.metadata().isPresent()) {
      return new RegionAnswer(candidate, new Sign.Described(attempt.metadata().get()), List.of(document));
    }
    if (attempt.answer() instanceof JsonAnswer.None none && !(none.outcome() instanceof GrantOutcome.NotOAuth)) {
      return new RegionAnswer(candidate, sign(none.outcome()), List.of(document));
    }
    GrantRun run =
        grants.run(withoutCredentials(candidate.endpoint()), settings.withoutClientCertificate(), cancellation, WireListener.NONE);
    return new RegionAnswer(candidate, sign(run.outcome()), List.of(document, run.exchange()));
  }

  private static RegionAnswer tenant(Candidate candidate, TenantRun run) {
    Sign sign =
        run.configuration()
            .<Sign>map(Sign.Tenant::new)
            .orElseGet(
                () ->
                    switch (run.answer()) {
                      case JsonAnswer.Json json -> new Sign.NoTenant(json.status());
                      case JsonAnswer.None none when none.outcome() instanceof GrantOutcome.NotOAuth it -> new Sign.NoTenant(it.status());
                      case JsonAnswer.None none -> sign(none.outcome());
                    });
    return new RegionAnswer(candidate, sign, List.of(run.exchange()));
  }

  private static Sign sign(GrantOutcome outcome) {
    return switch (outcome) {
      case GrantOutcome.Refused refused -> new Sign.OAuth(refused.status(), refused.error().code());
      case GrantOutcome.NotOAuth it -> new Sign.Other(it);
      case GrantOutcome.NotReached it -> new Sign.NotReached(it.failure());
      case GrantOutcome.Cancelled _ -> new Sign.Cancelled();
      // A token for nobody: whatever that is, it is not what token endpoints do.
      case GrantOutcome.Granted _ -> new Sign.Other(new GrantOutcome.NotOAuth(GrantOutcome.Reason.OTHER_JSON, 200, Optional.empty()));
    };
  }

  private static GrantRequest withoutCredentials(Endpoint endpoint) {
    return new GrantRequest(
        endpoint,
        GrantType.MADE_UP,
        new ClientAuthentication.Public(""),
        BodyFormat.FORM,
        ScopeSet.EMPTY,
        Optional.empty(),
        List.of(),
        List.of());
  }

  static Endpoint at(Candidate candidate, String path) {
    try {
      return Endpoint.parse(candidate.endpoint().origin() + path);
    } catch (EndpointException e) {
      throw new IllegalStateException("The origin of an endpoint is an endpoint.", e);
    }
  }
}

package dev.grantscope.cli;

import dev.grantscope.core.discovery.Candidate;
import dev.grantscope.core.discovery.Discovery;
import dev.grantscope.core.discovery.DiscoveryRun;
import dev.grantscope.core.discovery.Issuer;
import dev.grantscope.core.discovery.TenantConfiguration;
import dev.grantscope.core.discovery.TenantRun;
import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.JsonAnswer;
import dev.grantscope.core.interchange.DiscoveryJson;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.provider.ProviderCatalog;
import dev.grantscope.core.wire.EndpointException;
import dev.grantscope.core.wire.WireListener;
import dev.grantscope.core.wire.WireSettings;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code grantscope discover}: what an issuer says of itself, and what that means for a grant. Sends no credentials. */
final class DiscoverCommand implements Callable<Integer> {
  private final CliServices services;

  private final WireOptions wire = new WireOptions();
  private String issuer = "";
  private @Nullable String tenant;
  private @Nullable String profile;
  private final GrantOptions grant = new GrantOptions("Scopes to compare, separated by spaces; may be repeated.");
  private final OutputOptions output = new OutputOptions();

  DiscoverCommand(CliServices services) {
    this.services = services;
  }

  CommandSpec spec() {
    Options options =
        new Options("discover", "Reads the metadata of an issuer (OpenID Connect Discovery, RFC 8414) and says what it means for a grant.", this)
            .usage("ISSUER [OPTION]...")
            .argument("ISSUER", "The issuer’s URL, or the URL of its metadata.", it -> issuer = it)
            .text("--tenant", "UUID", "A CXone tenant id: asks the issuer for its area and API host too.", it -> tenant = it)
            .text("--profile", "PROFILE", "A saved profile whose grant is meant; no secret is read.", it -> profile = it);
    grant.addTo(options);
    output.addTo(options);
    wire.addWayTo(options);
    return options.spec();
  }

  @Override
  public Integer call() {
    output.check();
    if (tenant != null && !TenantConfiguration.isTenantId(tenant)) {
      throw new CommandFailedException(ExitCode.USAGE, "--tenant is the id of a tenant, such as 11eb0f2c-26e8-1d40-b6ca-0242ac110002");
    }
    Issuer asked = issuer();
    ProfileDraft draft = draft();
    WireSettings settings = wire.settings(services, draft.connection());
    Discovery discovery = services.discovery().get();
    DiscoveryRun run = new Interruptible().run(it -> discovery.discover(asked, settings, it, WireListener.NONE));
    Optional<TenantRun> about =
        Optional.ofNullable(tenant)
            .map(id -> new Interruptible().run(it -> discovery.tenant(Candidate.of("", "", issuer).orElseThrow(), id, settings, it)));
    output.print(services, () -> DiscoveryJson.of(run, draft, about), () -> text(run, draft, about));
    return Math.max(code(run), about.map(DiscoverCommand::code).orElse(0));
  }

  private String text(DiscoveryRun run, ProfileDraft draft, Optional<TenantRun> about) {
    String found = new DiscoveryText(services.texts()).text(run, draft);
    return about.map(it -> found + "\n" + new DiscoveryText(services.texts()).text(it)).orElse(found);
  }

  private Issuer issuer() {
    try {
      return Issuer.parse(issuer);
    } catch (EndpointException e) {
      throw new CommandFailedException(ExitCode.USAGE, "ISSUER, the first argument, is a URL: https (http for this machine only), without credentials or fragment in it");
    }
  }

  private ProfileDraft draft() {
    ProfileDraft draft =
        profile == null
            ? ProfileDraft.blank(ProviderCatalog.ANY)
            : Profile.named(profile, services.profiles().get().load().profiles())
                .map(Profile::draft)
                .orElseThrow(() -> new CommandFailedException(ExitCode.USAGE, "There is no saved profile of that name"));
    return grant.over(draft);
  }

  private static int code(DiscoveryRun run) {
    if (run.isCancelled()) {
      return ExitCode.CANCELLED;
    }
    return run.metadata().isPresent() ? ExitCode.GRANTED : run.notReached().isPresent() ? ExitCode.NOT_REACHED : ExitCode.NOT_OAUTH;
  }

  private static int code(TenantRun run) {
    if (run.configuration().isPresent()) {
      return ExitCode.GRANTED;
    }
    return run.answer() instanceof JsonAnswer.None none && !(none.outcome() instanceof GrantOutcome.NotOAuth)
        ? ExitCode.of(none.outcome(), false)
        : ExitCode.NOT_OAUTH;
  }
}

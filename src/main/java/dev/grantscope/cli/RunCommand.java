package dev.grantscope.cli;

import dev.grantscope.core.grant.GrantRequest;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.grant.GrantType;
import dev.grantscope.core.interchange.RunJson;
import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.profile.ProfileValidator;
import dev.grantscope.core.profile.ProfileValidator.Validation;
import dev.grantscope.core.profile.Secrets;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey.Kind;
import dev.grantscope.core.secret.SecretStoreException;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.WireListener;
import dev.grantscope.core.wire.WireSettings;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code grantscope run}: one grant. */
@Command(
    name = "run",
    description = "Runs one grant and shows what was sent and what came back.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private final CliServices services;
  @Mixin private final TargetOptions target = new TargetOptions();
  @Mixin private final SecretOptions secret = new SecretOptions();
  @Mixin private final WireOptions wire = new WireOptions();

  @Option(names = "--output", paramLabel = "FORMAT", description = "text (default) or json.")
  private String output = "text";

  @Option(names = "--reveal", description = "Shows the secret and the token in the wire text.")
  private boolean reveal;

  @Option(names = "--require-scope", description = "Exit code 11 when the server does not state the scopes it granted.")
  private boolean requireScope;

  RunCommand(CliServices services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    if (!output.equals("text") && !output.equals("json")) {
      throw new CommandFailedException(ExitCode.USAGE, "--output is text or json");
    }
    Optional<Profile> profile = Optional.ofNullable(target.profile).map(this::saved);
    ProfileDraft draft = target.over(profile.map(Profile::draft));
    WireSettings settings = wire.settings();
    Optional<Practice> practice =
        draft.provider().equals(Practice.PROVIDER) ? Optional.of(services.practice().apply(0)) : Optional.empty();
    Secrets secrets = secrets(draft, profile, practice);
    if (practice.isPresent()) {
      draft = draft.withTokenUrl(Practice.at(start(practice.get()), draft.tokenUrl()));
    }
    GrantRun run = run(validated(draft, secrets), settings);
    services
        .out()
        .println(
            output.equals("json")
                ? RunJson.of(run, reveal).toPrettyString()
                : new RunText(services.texts(), run, reveal).text());
    return ExitCode.of(run.outcome(), requireScope);
  }

  private Profile saved(String name) {
    return Profile.named(name, services.profiles().get().load().profiles())
        .or(() -> services.practice().apply(0).scenarios().stream()
            .map(Practice.Scenario::profile)
            .filter(it -> it.name().equals(name))
            .findFirst())
        .orElseThrow(() -> new CommandFailedException(ExitCode.USAGE, "There is no saved profile of that name"));
  }

  private static String start(Practice practice) {
    try {
      return practice.start();
    } catch (IOException e) {
      throw new CommandFailedException(ExitCode.NOT_REACHED, "The practice tenant could not open a port on 127.0.0.1");
    }
  }

  private Secrets secrets(ProfileDraft draft, Optional<Profile> profile, Optional<Practice> practice) {
    boolean password = draft.grantType().equals(GrantType.PASSWORD);
    Optional<Secret> client =
        secret.secret(services).or(() -> practice.flatMap(it -> practiceSecret(it, draft))).or(() -> stored(profile, Kind.CLIENT_SECRET));
    Optional<Secret> owner =
        password ? secret.password(services).or(() -> stored(profile, Kind.PASSWORD)) : Optional.empty();
    return new Secrets(client.orElse(Secret.NONE), owner.orElse(Secret.NONE));
  }

  private static Optional<Secret> practiceSecret(Practice practice, ProfileDraft draft) {
    return practice.scenarios().stream()
        .filter(it -> it.id().equals(draft.region()))
        .findFirst()
        .map(Practice.Scenario::secret);
  }

  private Optional<Secret> stored(Optional<Profile> profile, Kind kind) {
    if (profile.isEmpty() || !profile.get().keptSecrets().contains(kind)) {
      return Optional.empty();
    }
    try {
      Optional<Secret> found = services.secrets().get().load(profile.get().key(kind));
      return Optional.of(
          found.orElseThrow(
              () -> new CommandFailedException(ExitCode.NO_SECRET, "The keyring no longer has the secret of this profile")));
    } catch (SecretStoreException e) {
      throw new CommandFailedException(
          ExitCode.NO_SECRET, services.texts().of("secret.load", e.reason(), services.secrets().get().name()));
    }
  }

  private GrantRequest validated(ProfileDraft draft, Secrets secrets) {
    Validation validation = ProfileValidator.validate(draft, secrets);
    return validation
        .request()
        .orElseThrow(
            () ->
                new CommandFailedException(
                    ExitCode.USAGE,
                    String.join(
                        "; ",
                        validation.problems().stream()
                            .map(
                                it ->
                                    services.texts().of("cli.field", it.field())
                                        + ": "
                                        + services.texts().get(it.key(), it.arguments().toArray()))
                            .toList())));
  }

  /** Ctrl+C closes the socket; the process then ends with 130 by the shell's own rule. */
  private GrantRun run(GrantRequest request, WireSettings settings) {
    Cancellation cancellation = new Cancellation();
    @Nullable Thread hook = new Thread(cancellation::cancel, "grantscope-cancel");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return services.grants().get().run(request, settings, cancellation, WireListener.NONE);
    } finally {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is ending already: that is what the hook was for.
      }
    }
  }
}

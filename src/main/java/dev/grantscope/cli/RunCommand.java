package dev.grantscope.cli;

import dev.grantscope.core.grant.GrantRequest;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.interchange.RunJson;
import dev.grantscope.core.wire.WireListener;
import dev.grantscope.core.wire.WireSettings;
import java.util.concurrent.Callable;
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
    WireSettings settings = wire.settings();
    GrantRequest request = new Target(services, target, secret).request();
    wire.refuseFor(request);
    GrantRun run =
        new Interruptible().run(cancellation -> services.grants().get().run(request, settings, cancellation, WireListener.NONE));
    services
        .out()
        .println(
            output.equals("json")
                ? RunJson.of(run, reveal).toPrettyString()
                : new RunText(services.texts(), run, reveal).text());
    return ExitCode.of(run.outcome(), requireScope);
  }
}

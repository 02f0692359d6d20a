package dev.grantscope.cli;

import dev.grantscope.core.grant.GrantRequest;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.interchange.RunJson;
import dev.grantscope.core.json.JsonTree;
import dev.grantscope.core.wire.WireListener;
import dev.grantscope.core.wire.WireSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code grantscope run}: one grant. */
final class RunCommand implements Callable<Integer> {
  private final CliServices services;
  private final TargetOptions target = new TargetOptions();
  private final SecretOptions secret = new SecretOptions();
  private final WireOptions wire = new WireOptions();
  private String output = "text";
  private boolean reveal;
  private boolean requireScope;

  RunCommand(CliServices services) {
    this.services = services;
  }

  CommandSpec spec() {
    Options options =
        new Options("run", "Runs one grant and shows what was sent and what came back.", this)
            .usage(TargetOptions.WAYS)
            .text("--output", "FORMAT", "text (default) or json.", it -> output = it)
            .flag("--reveal", "Shows the secret and the token in the wire text.", it -> reveal = it)
            .flag("--require-scope", "Exit code 11 when the server does not state the scopes it granted.", it -> requireScope = it);
    target.addTo(options);
    secret.addTo(options);
    wire.addTo(options);
    return options.spec();
  }

  @Override
  public Integer call() {
    if (!output.equals("text") && !output.equals("json")) {
      throw new CommandFailedException(ExitCode.USAGE, "--output is text or json");
    }
    Target chosen = new Target(services, target, secret);
    GrantRequest request = chosen.request();
    wire.refuseFor(request);
    WireSettings settings = wire.settings(services, chosen);
    GrantRun run =
        new Interruptible().run(cancellation -> services.grants().get().run(request, settings, cancellation, WireListener.NONE));
    services
        .out()
        .println(
            output.equals("json")
                ? JsonTree.pretty(RunJson.of(run, reveal))
                : new RunText(services.texts(), run, reveal).text());
    return ExitCode.of(run.outcome(), requireScope);
  }
}

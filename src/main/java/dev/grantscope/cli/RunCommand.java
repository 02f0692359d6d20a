package dev.grantscope.cli;

import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.grant.GrantRequest;
import dev.grantscope.core.grant.GrantRun;
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
  private final OutputOptions output = new OutputOptions();
  private boolean requireScope;

  RunCommand(CliServices services) {
    this.services = services;
  }

  CommandSpec spec() {
    Options options =
        new Options("run", "Runs one grant and shows what was sent and what came back.", this)
            .usage(TargetOptions.WAYS)
            .flag("--require-scope", "Exit code 11 when the server does not state the scopes it granted.", it -> requireScope = it);
    output.addTo(options);
    output.addRevealTo(options);
    target.addTo(options);
    secret.addTo(options);
    wire.addTo(options);
    return options.spec();
  }

  @Override
  public Integer call() {
    output.check();
    Target chosen = new Target(services, target, secret);
    Form form = chosen.form();
    GrantRequest request = chosen.validated(form);
    wire.refuseFor(request);
    WireSettings settings = wire.settings(services, chosen);
    GrantRun run =
        new Interruptible().run(cancellation -> services.grants().get().run(request, settings, cancellation, WireListener.NONE));
    output.print(services, () -> FoundJson.of(services, form, run, output.reveals()), () -> new RunText(services.texts(), run, output.reveals()).text());
    return ExitCode.of(run.outcome(), requireScope);
  }
}

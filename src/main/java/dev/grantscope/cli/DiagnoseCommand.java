package dev.grantscope.cli;

import dev.grantscope.core.diagnosis.Budget;
import dev.grantscope.core.diagnosis.Catalogue;
import dev.grantscope.core.diagnosis.Conclusion;
import dev.grantscope.core.diagnosis.Diagnosis;
import dev.grantscope.core.diagnosis.DiagnosisListener;
import dev.grantscope.core.diagnosis.OtherRegions;
import dev.grantscope.core.diagnosis.Pause;
import dev.grantscope.core.diagnosis.Plan;
import dev.grantscope.core.diagnosis.RegionOffer;
import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.diagnosis.lint.Lint;
import dev.grantscope.core.diagnosis.lint.LintHit;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.interchange.DiagnosisJson;
import dev.grantscope.core.provider.ProviderCatalog;
import dev.grantscope.core.wire.WireSettings;
import java.io.Console;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;

/** {@code grantscope diagnose}: finds the cause, after the admin's yes. */
final class DiagnoseCommand implements Callable<Integer> {
  private final CliServices services;
  private final Optional<UnaryOperator<String>> ask;
  private final TargetOptions target = new TargetOptions();
  private final SecretOptions secret = new SecretOptions();
  private final WireOptions wire = new WireOptions();
  private boolean yes;
  private boolean tryRegions;
  private int maxRequests = Budget.STANDARD.requestsWithSecret();
  private double pause = 1;
  private final OutputOptions output = new OutputOptions();

  /** Asks on the console, where there is one. */
  DiagnoseCommand(CliServices services) {
    this(services, console());
  }

  DiagnoseCommand(CliServices services, Optional<UnaryOperator<String>> ask) {
    this.services = services;
    this.ask = ask;
  }

  CommandSpec spec() {
    Options options =
        new Options("diagnose", "Finds out why a grant fails: shows the plan, asks, then changes one thing at a time.", this)
            .usage(TargetOptions.WAYS)
            .flag("--yes", "Does not ask.", it -> yes = it)
            .flag(
                "--try-regions",
                "Also sends the secret to other token URLs of the same vendor, where they answer; --yes alone never does.",
                it -> tryRegions = it)
            .whole("--max-requests", "N", "The most requests that carry the secret (default: 12).", it -> maxRequests = it)
            .number("--pause", "SECONDS", "Between two requests (default: 1).", it -> pause = it);
    output.addTo(options);
    output.addRevealTo(options);
    target.addTo(options);
    secret.addTo(options);
    wire.addTo(options);
    return options.spec();
  }

  private static Optional<UnaryOperator<String>> console() {
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .map(console -> question -> Optional.ofNullable(console.readLine("%s", question)).orElse(""));
  }

  @Override
  public Integer call() {
    Budget budget = budget();
    Target chosen = new Target(services, target, secret);
    Form form = chosen.form();
    if (form.draft().authentication() == ClientAuthenticationMethod.PRIVATE_KEY_JWT) {
      throw new CommandFailedException(ExitCode.USAGE, services.texts().get("cause.notWithKey"));
    }
    form.request().ifPresent(wire::refuseFor);
    WireSettings settings = wire.settings(services, chosen);
    ProviderCatalog providers = KnownProviders.of(services);
    Lint lint = new Lint(services.texts(), providers);
    Diagnosis diagnosis = diagnosis(lint, providers);
    Optional<Plan> plan = diagnosis.plan(form, budget);
    if (plan.isEmpty()) {
      sayLint(lint.check(form));
      // Always fails, and says of which field.
      chosen.validated(form);
      return ExitCode.USAGE;
    }
    if (!isAgreed(plan.get())) {
      return ExitCode.CANCELLED;
    }
    Interruptible work = new Interruptible();
    Conclusion first = work.run(cancellation -> diagnosis.run(plan.get(), settings, cancellation, DiagnosisListener.NONE));
    Conclusion conclusion =
        first
            .offer()
            .filter(this::isAgreed)
            .map(offer -> work.run(cancellation -> diagnosis.tryRegions(offer, settings, cancellation, DiagnosisListener.NONE)))
            .orElse(first);
    say(conclusion);
    return conclusion.cancelled() || conclusion.baseline().isEmpty()
        ? ExitCode.CANCELLED
        : ExitCode.of(conclusion.baseline().map(GrantRun::outcome).orElseThrow(), false);
  }

  private Diagnosis diagnosis(Lint lint, ProviderCatalog providers) {
    OtherRegions regions = new OtherRegions(providers, () -> services.practice().apply(0).scenarios());
    return new Diagnosis(
        services.grants().get(), Catalogue.builtIn(), lint, regions, services.texts(), Pause.timed(), new SecureRandom());
  }

  private Budget budget() {
    output.check();
    if (maxRequests < 1 || maxRequests > 100) {
      throw new CommandFailedException(ExitCode.USAGE, "--max-requests is a number from 1 to 100");
    }
    if (!(pause >= 0 && pause <= 3600)) {
      throw new CommandFailedException(ExitCode.USAGE, "--pause is a number of seconds from 0 to 3600");
    }
    return new Budget(maxRequests, Duration.ofMillis(Math.round(pause * 1000)));
  }

  private boolean isAgreed(Plan plan) {
    if (!yes && ask.isEmpty()) {
      throw new CommandFailedException(ExitCode.USAGE, services.texts().get("cli.diagnose.noConsole"));
    }
    return isAgreed(yes, text().plan(plan));
  }

  /** The secret at other hosts: never with the yes to the plan alone. */
  private boolean isAgreed(RegionOffer offer) {
    boolean mayAsk = !yes && ask.isPresent();
    return (tryRegions || mayAsk) && isAgreed(tryRegions, text().offer(offer));
  }

  private boolean isAgreed(boolean already, String what) {
    PrintWriter out = output.isJson() ? services.err() : services.out();
    if (!already || !output.isJson()) {
      out.println(what);
      out.flush();
    }
    return already || isYes(ask.orElseThrow().apply(services.texts().get("cli.diagnose.question") + " "));
  }

  private static boolean isYes(String answer) {
    return answer.strip().equalsIgnoreCase("y") || answer.strip().equalsIgnoreCase("yes");
  }

  private DiagnosisText text() {
    return new DiagnosisText(services.texts(), output.reveals());
  }

  /** What can be said of a form that cannot be sent. */
  private void sayLint(List<LintHit> hits) {
    List<Finding> findings = hits.stream().map(LintHit::finding).toList();
    output.print(services, () -> DiagnosisJson.notSent(findings), () -> text().findings(findings));
  }

  private void say(Conclusion conclusion) {
    output.print(services, () -> DiagnosisJson.of(conclusion, output.reveals()), () -> text().conclusion(conclusion));
  }
}

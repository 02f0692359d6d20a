package dev.grantscope.cli;

import dev.grantscope.core.api.ApiAnswer;
import dev.grantscope.core.api.ApiCall;
import dev.grantscope.core.api.CallVerdict;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.grant.GrantOutcome.Granted;
import dev.grantscope.core.grant.GrantRequest;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.interchange.CallJson;
import dev.grantscope.core.profile.FieldLimit;
import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.render.Redaction;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.EndpointException;
import dev.grantscope.core.wire.Header;
import dev.grantscope.core.wire.WireListener;
import dev.grantscope.core.wire.WireSettings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.node.ObjectNode;

/** {@code grantscope call}: one grant, then one call of an API with its token. */
final class CallCommand implements Callable<Integer> {
  private final CliServices services;
  private final TargetOptions target = new TargetOptions();
  private final SecretOptions secret = new SecretOptions();
  private final WireOptions wire = new WireOptions();
  private String url = "";
  private String method = "GET";
  private List<String> headers = List.of();
  private String data = "";
  private final OutputOptions output = new OutputOptions();

  CallCommand(CliServices services) {
    this.services = services;
  }

  CommandSpec spec() {
    Options options =
        new Options("call", "Runs one grant, then calls an API with the token.", this)
            .usage("URL PROFILE [OPTION]...", "URL --token-url=URL --client-id=ID")
            .argument("URL", "What is called. The token goes to this host.", it -> url = it)
            .text("--method", "METHOD", "GET (default), POST, …", it -> method = it)
            .texts("--call-header", "\"NAME: VALUE\"", "A further header of the call; may be repeated.", it -> headers = it)
            .text("--data", "TEXT", "The body of the call, as JSON unless a header says otherwise.", it -> data = it);
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
    ApiCall asked = asked(url);
    Target chosen = new Target(services, target, secret);
    Form form = chosen.form();
    GrantRequest request = chosen.validated(form);
    wire.refuseFor(request);
    WireSettings settings = wire.settings(services, chosen);
    ApiCall call = atPractice(asked, form.draft(), request);
    GrantRun run =
        new Interruptible().run(cancellation -> services.grants().get().run(request, settings, cancellation, WireListener.NONE));
    Optional<ApiAnswer> answer = run.outcome() instanceof Granted granted ? Optional.of(answer(call, run, granted, settings)) : Optional.empty();
    output.print(services, () -> json(form, run, answer), () -> text(run, answer));
    int code = ExitCode.of(run.outcome(), false);
    return answer.map(it -> ExitCode.of(it, code)).orElse(code);
  }

  private ApiAnswer answer(ApiCall call, GrantRun run, Granted granted, WireSettings settings) {
    return new Interruptible()
        .run(
            cancellation ->
                services
                    .calls()
                    .get()
                    .call(
                        call,
                        granted.response().accessToken(),
                        run.secrets(),
                        settings,
                        cancellation,
                        WireListener.NONE));
  }

  private ApiCall asked(String where) {
    if (!Header.isToken(method)) {
      throw new CommandFailedException(ExitCode.USAGE, "--method is a word such as GET or POST");
    }
    List<Header> all = headers.stream().map(TargetOptions::header).map(it -> new Header(it.name(), it.value())).toList();
    if (!all.stream().allMatch(ApiCall::isAllowed)) {
      throw new CommandFailedException(ExitCode.USAGE, "--call-header is \"Name: value\", and none that the call makes itself");
    }
    refuseTooLong("URL", FieldLimit.URL, where);
    refuseTooLong("--data", FieldLimit.BODY, data);
    for (Header each : all) {
      refuseTooLong("--call-header", FieldLimit.ENTRY_NAME, each.name());
      refuseTooLong("--call-header", FieldLimit.ENTRY_VALUE, each.value());
    }
    try {
      return new ApiCall(method, Endpoint.parse(where), all, data);
    } catch (EndpointException e) {
      throw new CommandFailedException(
          ExitCode.USAGE, "URL, the first argument, is the address of an API: https (http for this machine only), without credentials or fragment in it");
    }
  }

  private void refuseTooLong(String option, FieldLimit limit, String text) {
    limit
        .excess(text)
        .ifPresent(
            it -> {
              throw new CommandFailedException(
                  ExitCode.USAGE,
                  option + ": " + services.texts().of("problem.limit", it.kind(), it.count(), it.most()));
            });
  }

  /** The practice tenant listens where there was room. */
  private ApiCall atPractice(ApiCall call, ProfileDraft draft, GrantRequest request) {
    if (!draft.provider().equals(Practice.PROVIDER) || !call.endpoint().isLoopback()) {
      return call;
    }
    return asked(Practice.at("http://" + request.endpoint().authority(), url));
  }

  private ObjectNode json(Form form, GrantRun run, Optional<ApiAnswer> answer) {
    ObjectNode json = FoundJson.of(services, form, run, output.reveals());
    answer.ifPresentOrElse(it -> json.set("call", CallJson.of(it, output.reveals())), () -> json.putNull("call"));
    return json;
  }

  private String text(GrantRun run, Optional<ApiAnswer> answer) {
    String grant = new RunText(services.texts(), run, output.reveals()).text();
    return answer.map(it -> grant + "\n\n" + called(it)).orElse(grant);
  }

  private String called(ApiAnswer answer) {
    CallVerdict verdict = new CallVerdict(services.texts());
    Redaction redaction = Redaction.of(answer.secrets()).learning(answer.exchange());
    WireLines wireLines = new WireLines(output.reveals(), redaction);
    return verdict.word(answer)
        + "\n"
        + verdict.meaning(answer)
        + "\n"
        + wireLines.of(services.texts().get("call.request"), answer.exchange().sent())
        + wireLines.of(services.texts().get("call.response"), answer.exchange().received()).stripTrailing();
  }
}

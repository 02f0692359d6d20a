package dev.grantscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.adapter.files.DiskKeyFiles;
import dev.grantscope.adapter.practice.PracticeTenant;
import dev.grantscope.adapter.wire.SocketWire;
import dev.grantscope.core.discovery.Discovery;
import dev.grantscope.core.grant.GrantService;
import dev.grantscope.core.profile.Connections;
import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.provider.ProviderReader;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.wire.WireSettings;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command with a practice tenant behind it. */
class DiagnoseCommandTest {
  private static final String NEWLINE = "Secret with a trailing newline";

  private final PracticeTenant tenant = new PracticeTenant(0);
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @AfterEach
  void stop() {
    tenant.close();
  }

  private CliServices services() {
    return new CliServices(
        () -> new GrantService(new SocketWire(), "GrantScope/test"),
        () -> { throw new AssertionError(); },
        () -> new Discovery(new SocketWire(), "GrantScope/test"),
        NoProfiles::new,
        () -> {
          throw new IllegalStateException("No keyring is to be asked");
        },
        () -> (_, _) -> new Connections.Resolved(Optional.of(WireSettings.STANDARD), List.of()),
        new DiskKeyFiles(),
        NoSettings::new,
        () -> ProviderReader.Reading.NOTHING,
        port -> tenant,
        new Texts(),
        Map.of("SECRET", "s3cr3t-value"),
        InputStream.nullInputStream(),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        "test");
  }

  private int run(String... arguments) {
    return new CommandLineProgram(services()).run(arguments);
  }

  private int asked(UnaryOperator<String> console, String... arguments) {
    return new CommandLine(new DiagnoseCommand(services(), Optional.of(console)).spec()).execute(arguments);
  }

  @Test
  void jsonIsTheRunWithFindingsAndExperiments() {
    int code = run("diagnose", NEWLINE, "--yes", "--pause", "0", "--output", "json");

    JsonNode json = new JsonMapper().readTree(out.toString());
    assertThat(code).isEqualTo(20);
    assertThat(json.path("outcome").asString()).isEqualTo("refused");
    assertThat(json.path("findings").path(0).path("cause").asString()).isEqualTo("secret-whitespace");
    assertThat(json.path("findings").path(0).path("strength").asString()).isEqualTo("proved");
    assertThat(json.path("experiments").valueStream().filter(it -> it.path("carriesSecret").asBoolean())).hasSizeBetween(2, 12);
    assertThat(json.path("experiments").path(0).path("status").asInt()).isEqualTo(401);
    assertThat(json.path("experiments").path(0).path("error").asString()).isEqualTo("invalid_client");
    assertThat(out.toString()).doesNotContain("practice-trailing-newline");
  }

  @Test
  void textHasThePlanTheTableAndTheSentence() {
    assertThat(run("diagnose", NEWLINE, "--yes", "--pause", "0")).isEqualTo(20);

    assertThat(out.toString())
        .contains("at most 12 requests that carry the real secret")
        .contains("A made-up client: 401 invalid_client")
        .contains("[secret-whitespace, proved]")
        .doesNotContain("practice-trailing-newline");
  }

  @Test
  void whatIsGrantedHasNoCause() {
    assertThat(run("diagnose", "Granted as asked", "--yes", "--pause", "0", "--output", "json")).isZero();

    assertThat(new JsonMapper().readTree(out.toString()).path("findings")).isEmpty();
  }

  @Test
  void theBudgetIsObeyed() {
    run("diagnose", NEWLINE, "--yes", "--pause", "0", "--max-requests", "2", "--output", "json");

    JsonNode experiments = new JsonMapper().readTree(out.toString()).path("experiments");
    assertThat(experiments.valueStream().filter(it -> it.path("carriesSecret").asBoolean())).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void withoutAConsoleAndWithoutYesNothingIsSent() {
    assertThat(run("diagnose", NEWLINE)).isEqualTo(2);

    assertThat(err.toString()).hasLineCount(1).contains("--yes");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void itAsksAndTakesNo() {
    assertThat(asked(_ -> "n", NEWLINE, "--pause", "0")).isEqualTo(130);

    assertThat(out.toString()).contains("The plan").doesNotContain("401");
  }

  @Test
  void itAsksAndTakesYes() {
    assertThat(asked(_ -> "y", NEWLINE, "--pause", "0")).isEqualTo(20);

    assertThat(out.toString()).contains("[secret-whitespace, proved]");
  }

  private static final String REGION = "Wrong region";

  @Test
  void theSecretGoesToOtherRegionsOnlyAfterAYesOfItsOwn() {
    run("diagnose", REGION, "--yes", "--pause", "0", "--output", "json");

    JsonNode json = new JsonMapper().readTree(out.toString());
    assertThat(json.path("findings").path(0).path("cause").asString()).isEqualTo("client-or-secret-wrong");
    assertThat(json.path("otherRegions").valueStream().map(JsonNode::asString)).anyMatch(it -> it.endsWith("/wrong-region/eu1/oauth/token"));
    assertThat(json.path("experiments").valueStream().filter(it -> it.path("change").asString().contains("eu1")))
        .isNotEmpty()
        .noneMatch(it -> it.path("carriesSecret").asBoolean());
  }

  @Test
  void theOptionIsThatYes() {
    assertThat(run("diagnose", REGION, "--yes", "--try-regions", "--pause", "0", "--output", "json")).isEqualTo(20);

    JsonNode json = new JsonMapper().readTree(out.toString());
    assertThat(json.path("findings").path(0).path("cause").asString()).isEqualTo("region-wrong");
    assertThat(json.path("findings").path(0).path("strength").asString()).isEqualTo("proved");
    assertThat(json.path("otherRegions")).isEmpty();
  }

  @Test
  void onAConsoleItIsASecondQuestionThatNamesTheHosts() {
    List<String> answers = new ArrayList<>(List.of("y", "n"));
    asked(_ -> answers.removeFirst(), REGION, "--pause", "0");
    assertThat(answers).isEmpty();
    assertThat(out.toString()).contains("/wrong-region/eu1/oauth/token (Practice tenant on this machine)").doesNotContain("[region-wrong, proved]");

    asked(_ -> "y", REGION, "--pause", "0");
    assertThat(out.toString()).contains("[region-wrong, proved]");
  }

  @Test
  void threadAIsNotSentButSaidSomethingOf() {
    int code =
        run(
            "diagnose", "--token-url", "https://{{org_name}}.api.nice.incontact.com/oauth2/token", "--client-id", "id-1",
            "--secret-env", "SECRET", "--yes", "--output", "json");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).hasLineCount(1).contains("{{org_name}}");
    assertThat(new JsonMapper().readTree(out.toString()).path("findings").valueStream().map(it -> it.path("cause").asString()))
        .contains("placeholder", "host-undocumented", "scope-required");
  }

  @Test
  void wrongUseIsSaidInALine() {
    assertThat(run("diagnose", NEWLINE, "--max-requests", "0")).isEqualTo(2);
    assertThat(run("diagnose", NEWLINE, "--pause", "-1")).isEqualTo(2);
    assertThat(run("diagnose", NEWLINE, "--output", "xml")).isEqualTo(2);

    assertThat(err.toString()).hasLineCount(3);
    assertThat(tenant.scenarios()).extracting(Practice.Scenario::id).contains("secret-trailing-newline");
  }
}

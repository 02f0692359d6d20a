package dev.grantscope.adapter.practice;

import dev.grantscope.adapter.practice.PracticeData.ProfileData;
import dev.grantscope.adapter.practice.PracticeData.ScenarioData;
import dev.grantscope.core.grant.BodyFormat;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.grant.GrantType;
import dev.grantscope.core.profile.ApiUse;
import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What there is to practise: as profiles for the list, and as text for those who use the tenant from elsewhere. */
final class Seeds {
  /** Where it will listen, unless something else is there by then. */
  private static final String USUAL_BASE = "http://127.0.0.1:" + PracticeTenant.PREFERRED_PORT;

  private Seeds() {}

  static List<Practice.Scenario> of(PracticeData data) {
    return data.scenarios().stream()
        .map(
            scenario ->
                new Practice.Scenario(
                    scenario.id(),
                    profile(scenario, data.group()),
                    Secret.of(scenario.profile().secret()),
                    scenario.lesson(),
                    scenario.regions().entrySet().stream()
                        .map(region -> new Practice.Region(region.getKey(), USUAL_BASE + region.getValue()))
                        .toList()))
        .toList();
  }

  private static Profile profile(ScenarioData scenario, String group) {
    ProfileData entries = scenario.profile();
    ProfileDraft draft =
        new ProfileDraft(
            Practice.PROVIDER,
            scenario.id(),
            USUAL_BASE + scenario.path(),
            new GrantType(entries.grantType()),
            entries.clientId(),
            authentication(entries.authentication()),
            bodyFormat(entries.body()),
            "",
            entries.scope(),
            entries(entries.parameters()),
            entries(entries.headers()));
    // The same id on every machine and at every start, so that a profile seeded before is found again.
    UUID id = UUID.nameUUIDFromBytes(("grantscope-practice:" + scenario.id()).getBytes(StandardCharsets.UTF_8));
    return new Profile(id, scenario.name(), group, draft, Set.of(), Set.of(), Optional.empty(), ApiUse.NONE);
  }

  private static ClientAuthenticationMethod authentication(String wireName) {
    return Arrays.stream(ClientAuthenticationMethod.values())
        .filter(method -> method.wireName().equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("scenarios.json: no such authentication: " + wireName));
  }

  private static BodyFormat bodyFormat(String wireName) {
    return Arrays.stream(BodyFormat.values())
        .filter(format -> format.wireName().equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("scenarios.json: no such body: " + wireName));
  }

  private static List<ProfileDraft.Entry> entries(List<PracticeData.Entry> entries) {
    return entries.stream().map(entry -> new ProfileDraft.Entry(entry.name(), entry.value())).toList();
  }

  static String listing(PracticeData data, String baseUrl) {
    return data.scenarios().stream()
        .map(scenario -> listing(scenario, baseUrl))
        .collect(Collectors.joining("\n\n", String.join("\n", data.heading()) + "\n\n", "\n"));
  }

  private static String listing(ScenarioData scenario, String baseUrl) {
    ProfileData profile = scenario.profile();
    return String.join(
        "\n",
        scenario.name() + " (" + scenario.id() + ")",
        "  POST           " + baseUrl + scenario.path(),
        "  client id      " + profile.clientId(),
        "  client secret  " + profile.secret().replace("\n", "\\n"),
        "  sent as        " + profile.authentication() + ", " + profile.body(),
        "  scope          " + (profile.scope().isEmpty() ? "-" : profile.scope()),
        "  lesson         " + scenario.lesson(),
        "  solution       " + scenario.solution());
  }
}

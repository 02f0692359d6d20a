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
import tools.jackson.databind.JsonNode;

/** What there is to practise: as profiles for the list, and as text for those who use the tenant from elsewhere. */
final class Seeds {
  /** Where it will listen, unless something else is there by then. */
  private static final String USUAL_BASE = "http://127.0.0.1:" + PracticeTenant.PREFERRED_PORT;

  private Seeds() {}

  /** From what is written, member by member: the window shows them in its first picture, and nothing else of the tenant. */
  static List<Practice.Scenario> of(JsonNode written) {
    JsonNode defaults = written.path("defaults");
    String group = written.path("group").stringValue();
    return written.path("scenarios").valueStream().map(scenario -> scenario(scenario, defaults, group)).toList();
  }

  private static Practice.Scenario scenario(JsonNode scenario, JsonNode defaults, String group) {
    JsonNode entries = scenario.path("profile");
    JsonNode usual = defaults.path("profile");
    String id = scenario.path("id").stringValue();
    ProfileDraft draft =
        new ProfileDraft(
            Practice.PROVIDER,
            id,
            USUAL_BASE + text(scenario, defaults, "path").replace("{id}", id),
            new GrantType(text(entries, usual, "grantType")),
            text(entries, usual, "clientId"),
            authentication(text(entries, usual, "authentication")),
            bodyFormat(text(entries, usual, "body")),
            "",
            text(entries, usual, "scope"),
            entries(entries.path("parameters")),
            entries(entries.path("headers")));
    // The same id on every machine and at every start, so that a profile seeded before is found again.
    UUID profileId = UUID.nameUUIDFromBytes(("grantscope-practice:" + id).getBytes(StandardCharsets.UTF_8));
    String name = scenario.path("name").stringValue();
    return new Practice.Scenario(
        id,
        new Profile(profileId, name, group, draft, Set.of(), Set.of(), Optional.empty(), ApiUse.NONE),
        Secret.of(text(entries, usual, "secret")),
        scenario.path("lesson").stringValue(),
        scenario.path("regions").properties().stream()
            .map(region -> new Practice.Region(region.getKey(), USUAL_BASE + region.getValue().stringValue()))
            .toList());
  }

  private static String text(JsonNode own, JsonNode usual, String name) {
    return (own.has(name) ? own : usual).path(name).stringValue();
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

  private static List<ProfileDraft.Entry> entries(JsonNode entries) {
    return entries.valueStream()
        .map(entry -> new ProfileDraft.Entry(entry.path("name").stringValue(), entry.path("value").stringValue()))
        .toList();
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

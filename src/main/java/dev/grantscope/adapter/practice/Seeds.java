package dev.grantscope.adapter.practice;

import dev.grantscope.adapter.practice.PracticeData.ProfileData;
import dev.grantscope.adapter.practice.PracticeData.ScenarioData;
import dev.grantscope.core.grant.BodyFormat;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.grant.GrantType;
import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.secret.Secret;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What there is to practise: as profiles for the list, and as text for those who use the tenant from elsewhere. */
final class Seeds {
  /** Where it will listen, unless something else is there by then. */
  private static final String USUAL_BASE = "http://127.0.0.1:" + PracticeTenant.PREFERRED_PORT;

  private Seeds() {}

  /** From the tree, member by member: the window shows them in its first picture, and nothing else of the tenant. */
  static List<Practice.Scenario> of(JsonNode tree) {
    String group = text(tree, "group");
    return tree.path("scenarios").valueStream().map(scenario -> scenario(scenario, group)).toList();
  }

  private static Practice.Scenario scenario(JsonNode scenario, String group) {
    JsonNode entries = scenario.path("profile");
    String id = text(scenario, "id");
    ProfileDraft draft =
        ProfileDraft.blank(Practice.PROVIDER)
            .withProvider(Practice.PROVIDER, id, USUAL_BASE + text(scenario, "path").replace("{id}", id))
            .withGrantType(new GrantType(text(entries, "grantType")))
            .withClientId(text(entries, "clientId"))
            .withAuthentication(ClientAuthenticationMethod.named(text(entries, "authentication")).orElseThrow())
            .withBodyFormat(BodyFormat.named(text(entries, "body")).orElseThrow())
            .withScope(text(entries, "scope"))
            .withParameters(entries(entries.path("parameters")))
            .withHeaders(entries(entries.path("headers")));
    return new Practice.Scenario(
        id,
        Profile.blank(UUID.fromString(text(scenario, "profileId")), text(scenario, "name"), draft).withGroup(group),
        Secret.of(text(entries, "secret")),
        text(scenario, "lesson"),
        scenario.path("regions").properties().stream()
            .map(region -> new Practice.Region(region.getKey(), USUAL_BASE + region.getValue().stringValue()))
            .toList());
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).stringValue();
  }

  private static List<ProfileDraft.Entry> entries(JsonNode entries) {
    return entries.valueStream()
        .map(entry -> new ProfileDraft.Entry(text(entry, "name"), text(entry, "value")))
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

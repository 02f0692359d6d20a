package dev.grantscope.adapter.practice;

import dev.grantscope.adapter.practice.PracticeData.AccessKey;
import dev.grantscope.adapter.practice.PracticeData.ClientData;
import dev.grantscope.adapter.practice.PracticeData.Entry;
import dev.grantscope.adapter.practice.PracticeData.FixedAnswer;
import dev.grantscope.adapter.practice.PracticeData.Pace;
import dev.grantscope.adapter.practice.PracticeData.ProfileData;
import dev.grantscope.adapter.practice.PracticeData.Reason;
import dev.grantscope.adapter.practice.PracticeData.Refusal;
import dev.grantscope.adapter.practice.PracticeData.ScenarioData;
import dev.grantscope.adapter.practice.PracticeData.TenantData;
import dev.grantscope.adapter.practice.PracticeData.TokenData;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@link PracticeData} from its tree, name for name; a member that is missing or of another kind is an error. By hand, since a mapper
 * with its reflection takes several times as long as all else that the tenant does at its start.
 */
final class PracticeDataReader {
  private PracticeDataReader() {}

  static PracticeData read(JsonNode it) {
    return new PracticeData(
        text(it, "group"),
        texts(it, "heading"),
        byName(it, "pages", PracticeDataReader::answer),
        list(it, "scenarios", PracticeDataReader::scenario));
  }

  private static ScenarioData scenario(JsonNode it) {
    return new ScenarioData(
        text(it, "id"),
        text(it, "profileId"),
        text(it, "name"),
        text(it, "lesson"),
        text(it, "solution"),
        text(it, "path"),
        text(it, "rightPath"),
        byName(it, "regions", JsonNode::stringValue),
        profile(it.required("profile")),
        tenant(it.required("tenant")));
  }

  private static ProfileData profile(JsonNode it) {
    return new ProfileData(
        text(it, "grantType"),
        text(it, "clientId"),
        text(it, "secret"),
        text(it, "authentication"),
        text(it, "body"),
        text(it, "scope"),
        list(it, "parameters", PracticeDataReader::entry),
        list(it, "headers", PracticeDataReader::entry));
  }

  private static Entry entry(JsonNode it) {
    return new Entry(text(it, "name"), text(it, "value"));
  }

  private static TenantData tenant(JsonNode it) {
    return new TenantData(
        list(it, "clients", PracticeDataReader::client),
        list(it, "accessKeys", key -> new AccessKey(text(key, "id"), text(key, "secret"))),
        texts(it, "bodies"),
        flag(it, "basicIsFormEncoded"),
        flag(it, "scopeRequired"),
        flag(it, "otherScopesRefused"),
        texts(it, "grantTypes"),
        texts(it, "requiredParameters"),
        texts(it, "audiences"),
        texts(it, "publishedScopes"),
        token(it.required("token")),
        it.required("answer").isNull() ? Optional.empty() : Optional.of(answer(it.required("answer"))),
        pace(it.required("pace")),
        refusals(it.required("refusals")));
  }

  private static ClientData client(JsonNode it) {
    return new ClientData(
        text(it, "id"),
        text(it, "secret"),
        texts(it, "methods"),
        texts(it, "grantTypes"),
        texts(it, "scopes"),
        texts(it, "addedScopes"),
        texts(it, "expiredSecrets"));
  }

  private static TokenData token(JsonNode it) {
    return new TokenData(flag(it, "jwt"), flag(it, "scopeMember"), text(it, "scopeClaim"), number(it, "lifetimeSeconds"));
  }

  private static FixedAnswer answer(JsonNode it) {
    return new FixedAnswer(number(it, "status"), byName(it, "headers", JsonNode::stringValue), texts(it, "body"));
  }

  private static Pace pace(JsonNode it) {
    return new Pace(number(it, "secondsBeforeHeaders"), number(it, "secondsOfBody"));
  }

  private static Map<Reason, Refusal> refusals(JsonNode members) {
    Map<Reason, Refusal> refusals = new EnumMap<>(Reason.class);
    members
        .asObject()
        .forEachEntry(
            (reason, it) ->
                refusals.put(Reason.valueOf(reason), new Refusal(number(it, "status"), text(it, "error"), text(it, "description"))));
    return refusals;
  }

  private static String text(JsonNode it, String member) {
    return it.required(member).stringValue();
  }

  private static boolean flag(JsonNode it, String member) {
    return it.required(member).booleanValue();
  }

  private static int number(JsonNode it, String member) {
    return it.required(member).intValue();
  }

  private static List<String> texts(JsonNode it, String member) {
    return list(it, member, JsonNode::stringValue);
  }

  private static <T> List<T> list(JsonNode it, String member, Function<JsonNode, T> each) {
    return it.required(member).asArray().valueStream().map(each).toList();
  }

  private static <T> Map<String, T> byName(JsonNode it, String member, Function<JsonNode, T> each) {
    Map<String, T> map = new LinkedHashMap<>();
    it.required(member).asObject().forEachEntry((name, value) -> map.put(name, each.apply(value)));
    return map;
  }
}

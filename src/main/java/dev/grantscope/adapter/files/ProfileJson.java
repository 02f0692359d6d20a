package dev.grantscope.adapter.files;

import dev.grantscope.core.grant.BodyFormat;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.grant.GrantType;
import dev.grantscope.core.profile.ApiUse;
import dev.grantscope.core.profile.Connection;
import dev.grantscope.core.profile.KeyFile;
import dev.grantscope.core.profile.LastOutcome;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.profile.ProfileDraft.Entry;
import dev.grantscope.core.secret.SecretKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One profile as a JSON object. A member that is missing has its default; one of the wrong kind makes the profile unreadable. */
final class ProfileJson {
  private ProfileJson() {}

  /** The profile, or empty when this is none that we can read without losing something. */
  static Optional<Profile> read(JsonNode node) {
    try {
      return Optional.of(profile(node));
    } catch (IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Profile profile(JsonNode node) {
    require(node.isObject());
    ProfileDraft blank = ProfileDraft.blank("");
    ProfileDraft draft =
        new ProfileDraft(
            text(node, "provider", ""),
            text(node, "region", ""),
            text(node, "tokenUrl", ""),
            new GrantType(text(node, "grantType", blank.grantType().value())),
            text(node, "clientId", ""),
            choice(text(node, "authentication", "basic"), ClientAuthenticationMethod.values(), ClientAuthenticationMethod::wireName),
            choice(text(node, "bodyFormat", "form"), BodyFormat.values(), BodyFormat::wireName),
            text(node, "username", ""),
            text(node, "scope", ""),
            entries(node, "parameters"),
            entries(node, "headers"),
            ConnectionJson.read(node.path("connection"), Connection.AS_SET),
            new KeyFile(text(node, "keyFile", ""), text(node, "keyId", "")));
    return new Profile(
        UUID.fromString(text(node, "id", "")),
        text(node, "name", ""),
        text(node, "group", ""),
        draft,
        new TreeSet<>(texts(node, "allowedHosts")),
        keptSecrets(node),
        lastOutcome(node.path("lastOutcome")),
        api(node.path("api")),
        text(node, "namedHost", ""));
  }

  static Set<SecretKey.Kind> keptSecrets(JsonNode node) {
    Set<SecretKey.Kind> kept = new TreeSet<>();
    for (String name : texts(node, "keptSecrets")) {
      kept.add(choice(name, SecretKey.Kind.values(), ProfileJson::name));
    }
    return kept;
  }

  private static Optional<LastOutcome> lastOutcome(JsonNode node) {
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    require(node.isObject());
    LastOutcome.Result result = choice(text(node, "result", ""), LastOutcome.Result.values(), ProfileJson::name);
    return Optional.of(new LastOutcome(result, Instant.parse(text(node, "at", ""))));
  }

  private static ApiUse api(JsonNode node) {
    if (node.isMissingNode()) {
      return ApiUse.NONE;
    }
    require(node.isObject());
    List<ApiUse.Call> calls = new ArrayList<>();
    for (JsonNode call : array(node, "calls")) {
      require(call.isObject());
      calls.add(new ApiUse.Call(text(call, "method", "GET"), text(call, "url", "")));
    }
    return new ApiUse(calls, new TreeSet<>(texts(node, "hosts")));
  }

  private static void write(ApiUse api, ObjectNode node) {
    ArrayNode calls = node.putArray("calls");
    api.calls().forEach(call -> calls.addObject().put("method", call.method()).put("url", call.url()));
    ArrayNode hosts = node.putArray("hosts");
    new TreeSet<>(api.hosts()).forEach(hosts::add);
  }

  private static List<Entry> entries(JsonNode node, String member) {
    List<Entry> entries = new ArrayList<>();
    for (JsonNode entry : array(node, member)) {
      require(entry.isObject());
      entries.add(new Entry(text(entry, "name", ""), text(entry, "value", "")));
    }
    return entries;
  }

  private static List<String> texts(JsonNode node, String member) {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : array(node, member)) {
      require(text.isString());
      texts.add(text.stringValue());
    }
    return texts;
  }

  private static Iterable<JsonNode> array(JsonNode node, String member) {
    JsonNode array = node.path(member);
    require(array.isMissingNode() || array.isArray());
    return array;
  }

  static String text(JsonNode node, String member, String otherwise) {
    JsonNode text = node.path(member);
    require(text.isMissingNode() || text.isString());
    return text.stringValue(otherwise);
  }

  static <T> T choice(String name, T[] all, Function<T, String> naming) {
    for (T one : all) {
      if (naming.apply(one).equals(name)) {
        return one;
      }
    }
    throw new IllegalArgumentException();
  }

  static void require(boolean right) {
    if (!right) {
      throw new IllegalArgumentException();
    }
  }

  /** Writes the profile over what the file had of it, whose other members stay. */
  static void write(Profile profile, ObjectNode node) {
    ProfileDraft draft = profile.draft();
    node.put("id", profile.id().toString());
    node.put("name", profile.name());
    node.put("group", profile.group());
    node.put("provider", draft.provider());
    node.put("region", draft.region());
    node.put("tokenUrl", draft.tokenUrl());
    node.put("grantType", draft.grantType().value());
    node.put("clientId", draft.clientId());
    node.put("authentication", draft.authentication().wireName());
    if (draft.key().equals(KeyFile.NONE)) {
      node.remove("keyFile");
      node.remove("keyId");
    } else {
      node.put("keyFile", draft.key().path());
      node.put("keyId", draft.key().keyId());
    }
    node.put("bodyFormat", draft.bodyFormat().wireName());
    node.put("username", draft.username());
    node.put("scope", draft.scope());
    write(draft.parameters(), node.putArray("parameters"));
    write(draft.headers(), node.putArray("headers"));
    if (!draft.connection().equals(Connection.AS_SET) || node.has("connection")) {
      ConnectionJson.write(draft.connection(), node.withObjectProperty("connection"));
    }
    // Sorted, so that a save that changes nothing changes no byte.
    ArrayNode hosts = node.putArray("allowedHosts");
    new TreeSet<>(profile.allowedHosts()).forEach(hosts::add);
    ArrayNode kept = node.putArray("keptSecrets");
    new TreeSet<>(profile.keptSecrets()).forEach(kind -> kept.add(name(kind)));
    if (profile.api().equals(ApiUse.NONE)) {
      node.remove("api");
    } else {
      write(profile.api(), node.putObject("api"));
    }
    if (profile.namedHost().isEmpty()) {
      node.remove("namedHost");
    } else {
      node.put("namedHost", profile.namedHost());
    }
    node.remove("lastOutcome");
    profile
        .lastOutcome()
        .ifPresent(
            last -> node.putObject("lastOutcome").put("result", name(last.result())).put("at", last.at().toString()));
  }

  private static void write(List<Entry> entries, ArrayNode array) {
    entries.forEach(entry -> array.addObject().put("name", entry.name()).put("value", entry.value()));
  }

  static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

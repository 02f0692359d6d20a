package dev.grantscope.core.provider;

import dev.grantscope.core.provider.ProviderProblem.Kind;
import dev.grantscope.core.wire.Endpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads providers from JSON: entries that can be used, and of each other entry the first thing that is wrong with it. */
public final class ProviderReader {
  private static final Set<String> MEMBERS =
      Set.of("id", "name", "vendor", "regionName", "template", "freeRegion", "discovery", "placeholder", "regions", "attestation");
  private static final Set<String> REGION_MEMBERS = Set.of("id", "label", "url", "value", "attestation");
  private static final Set<String> RESERVED = Set.of("practice", ProviderCatalog.ANY);
  private static final String PLACE = "{region}";

  private final Attestation usual;
  private final Set<String> reserved;

  private ProviderReader(Attestation usual, Set<String> reserved) {
    this.usual = usual;
    this.reserved = reserved;
  }

  /** What was read. */
  public record Reading(List<Provider> providers, List<ProviderProblem> problems) {
    public static final Reading NOTHING = new Reading(List.of(), List.of());

    public Reading {
      providers = List.copyOf(providers);
      problems = List.copyOf(problems);
    }
  }

  private static final class Problem extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String detail;

    Problem(Kind kind, String detail) {
      super(kind.name(), null, false, false);
      this.kind = kind;
      this.detail = detail;
    }
  }

  static Reading builtIn(JsonNode file) {
    return new ProviderReader(Attestation.UNKNOWN, Set.of()).read(file);
  }

  /** An admin's own: what is not attested otherwise is attested by that file. */
  public static Reading own(JsonNode file) {
    return new ProviderReader(Attestation.OWN, RESERVED).read(file);
  }

  private Reading read(JsonNode file) {
    if (!file.path("providers").isArray()) {
      return new Reading(List.of(), List.of(new ProviderProblem("", Kind.FILE, "")));
    }
    List<Provider> providers = new ArrayList<>();
    List<ProviderProblem> problems = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    int place = 0;
    for (JsonNode entry : file.path("providers")) {
      place++;
      try {
        Provider provider = provider(entry);
        if (!ids.add(provider.id())) {
          throw new Problem(Kind.TWICE, "");
        }
        providers.add(provider);
      } catch (Problem e) {
        String id = entry.path("id").stringValue("");
        problems.add(new ProviderProblem(id.isBlank() ? Integer.toString(place) : id, e.kind, e.detail));
      }
    }
    return new Reading(providers, problems);
  }

  private Provider provider(JsonNode json) throws Problem {
    String id = text(json, "id").orElse("");
    if (!id.matches("[a-z0-9][a-z0-9-]{0,63}")) {
      throw new Problem(Kind.ID, "");
    }
    if (reserved.contains(id)) {
      throw new Problem(Kind.RESERVED, "");
    }
    refuseUnknown(json, MEMBERS);
    Provider provider =
        new Provider(
            id,
            text(json, "name").filter(it -> !it.isBlank()).orElseThrow(() -> new Problem(Kind.MEMBER, "name")),
            text(json, "vendor").orElse(""),
            text(json, "regionName").orElse(""),
            text(json, "template"),
            flag(json, "freeRegion"),
            discovery(json),
            text(json, "placeholder").orElse(PLACE),
            regions(json),
            attestation(json).orElse(usual),
            isOwn());
    refuseUrls(provider);
    return provider;
  }

  private List<Region> regions(JsonNode json) throws Problem {
    JsonNode array = json.path("regions");
    if (!array.isMissingNode() && !array.isArray()) {
      throw new Problem(Kind.MEMBER, "regions");
    }
    List<Region> regions = new ArrayList<>();
    for (JsonNode region : array) {
      refuseUnknown(region, REGION_MEMBERS);
      String id = text(region, "id").filter(it -> !it.isBlank()).orElseThrow(() -> new Problem(Kind.MEMBER, "regions[" + regions.size() + "].id"));
      regions.add(new Region(id, text(region, "label").orElse(id), text(region, "url"), text(region, "value"), attestation(region)));
    }
    return regions;
  }

  /** Whatever can be chosen must be a URL that a secret may be sent to. Of ours a test says so: asking each of them would be felt at the start. */
  private void refuseUrls(Provider provider) throws Problem {
    if (provider.template().isPresent()) {
      if (!provider.template().get().contains(PLACE)) {
        throw new Problem(Kind.TEMPLATE, provider.template().get());
      }
      refuseUrl(provider.template().get().replace(PLACE, "region"));
    }
    if (provider.regionName().isEmpty() && (provider.freeRegion() || !provider.regions().isEmpty())) {
      throw new Problem(Kind.MEMBER, "regionName");
    }
    for (Region region : isOwn() ? provider.regions() : List.<Region>of()) {
      refuseUrl(provider.tokenUrl(region.id()).orElseThrow(() -> new Problem(Kind.REGION_URL, region.id())));
    }
  }

  private static void refuseUrl(String url) throws Problem {
    if (Endpoint.ifValid(url).isEmpty()) {
      throw new Problem(Kind.URL, url);
    }
  }

  private static void refuseUnknown(JsonNode json, Set<String> known) throws Problem {
    for (String name : json.propertyNames()) {
      if (!known.contains(name)) {
        throw new Problem(Kind.UNKNOWN_MEMBER, name);
      }
    }
  }

  private static Provider.Discovery discovery(JsonNode json) throws Problem {
    String name = text(json, "discovery").orElse("none");
    return Arrays.stream(Provider.Discovery.values())
        .filter(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
        .findFirst()
        .orElseThrow(() -> new Problem(Kind.DISCOVERY, name));
  }

  private boolean isOwn() {
    return usual == Attestation.OWN;
  }

  /** Of the practice tenant only we speak: its URLs get a secret unasked. */
  private Optional<Attestation> attestation(JsonNode json) throws Problem {
    Optional<String> name = text(json, "attestation");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(Attestation.values())
            .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(name.get()))
            .filter(it -> !isOwn() || it != Attestation.PRACTICE)
            .findFirst()
            .orElseThrow(() -> new Problem(Kind.ATTESTATION, name.get())));
  }

  private static boolean flag(JsonNode json, String member) throws Problem {
    JsonNode node = json.path(member);
    if (!node.isMissingNode() && !node.isBoolean()) {
      throw new Problem(Kind.MEMBER, member);
    }
    return node.isBoolean() && node.booleanValue();
  }

  private static Optional<String> text(JsonNode json, String member) throws Problem {
    JsonNode node = json.path(member);
    if (!node.isMissingNode() && !node.isString()) {
      throw new Problem(Kind.MEMBER, member);
    }
    return node.stringValueOpt();
  }
}

package dev.grantscope.core.provider;

import dev.grantscope.core.json.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The providers that the program knows, from {@code providers.json}. */
public record ProviderCatalog(List<Provider> providers) {
  /** The provider for everything else: a bare token URL. */
  public static final String ANY = "oauth";

  public ProviderCatalog {
    providers = List.copyOf(providers);
  }

  /** Reads the one that is built in. */
  public static ProviderCatalog builtIn() {
    try (InputStream json = ProviderCatalog.class.getResourceAsStream("providers.json")) {
      return new ProviderCatalog(
          JsonTree.read(json).path("providers").valueStream().map(ProviderCatalog::provider).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The provider of this id, else the one for everything else. */
  public Provider byId(String id) {
    return find(id).or(() -> find(ANY)).orElseThrow();
  }

  private Optional<Provider> find(String id) {
    return providers.stream().filter(provider -> provider.id().equals(id)).findFirst();
  }

  private static Provider provider(JsonNode json) {
    return new Provider(
        json.path("id").stringValue(),
        json.path("name").stringValue(),
        text(json, "vendor").orElse(""),
        text(json, "regionName").orElse(""),
        text(json, "template"),
        json.path("freeRegion").asBoolean(false),
        text(json, "discovery").map(it -> Provider.Discovery.valueOf(it.toUpperCase(Locale.ROOT).replace('-', '_'))).orElse(Provider.Discovery.NONE),
        text(json, "placeholder").orElse("{region}"),
        json.path("regions").valueStream().map(ProviderCatalog::region).toList(),
        attestation(json).orElse(Attestation.UNKNOWN));
  }

  private static Region region(JsonNode json) {
    String id = json.path("id").stringValue();
    return new Region(id, text(json, "label").orElse(id), text(json, "url"), text(json, "value"), attestation(json));
  }

  private static Optional<Attestation> attestation(JsonNode json) {
    return text(json, "attestation").map(name -> Attestation.valueOf(name.toUpperCase(Locale.ROOT)));
  }

  private static Optional<String> text(JsonNode json, String member) {
    return json.path(member).isString() ? Optional.of(json.path(member).stringValue()) : Optional.empty();
  }
}

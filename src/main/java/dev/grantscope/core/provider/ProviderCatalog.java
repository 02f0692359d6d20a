package dev.grantscope.core.provider;

import dev.grantscope.core.json.JsonTree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The providers that the program knows, from {@code providers.json}, and those of the admin's own file before them. */
public record ProviderCatalog(List<Provider> providers) {
  /** The provider for everything else: an issuer, or a bare token URL. */
  public static final String ANY = "oauth";

  public ProviderCatalog {
    providers = List.copyOf(providers);
  }

  /** Reads the one that is built in. */
  public static ProviderCatalog builtIn() {
    return new ProviderCatalog(ProviderReader.builtIn(JsonTree.resource(ProviderCatalog.class, "providers.json")).providers());
  }

  /** With these before those that are here; one of the same id takes the place of ours. */
  public ProviderCatalog with(List<Provider> own) {
    List<String> ids = own.stream().map(Provider::id).toList();
    return new ProviderCatalog(
        Stream.concat(own.stream(), providers.stream().filter(it -> !ids.contains(it.id()))).toList());
  }

  /** The provider of this id, else the one for everything else. */
  public Provider byId(String id) {
    return find(id).or(() -> find(ANY)).orElseThrow();
  }

  private Optional<Provider> find(String id) {
    return providers.stream().filter(provider -> provider.id().equals(id)).findFirst();
  }
}

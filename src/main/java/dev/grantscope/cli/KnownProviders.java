package dev.grantscope.cli;

import dev.grantscope.core.provider.ProviderCatalog;
import dev.grantscope.core.provider.ProviderReader;

/** The providers that are built in, and the admin's own. */
final class KnownProviders {
  private KnownProviders() {}

  /** What is wrong with the admin's own is said, and stops nothing. */
  static ProviderCatalog of(CliServices services) {
    ProviderReader.Reading own = services.ownProviders().get();
    own.problems().forEach(it -> services.err().println("grantscope: " + it.sentence(services.texts())));
    return ProviderCatalog.builtIn().with(own.providers());
  }
}

package dev.grantscope.presenter;

import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.Practice.Scenario;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.provider.Provider;
import dev.grantscope.core.provider.ProviderCatalog;
import dev.grantscope.core.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a profile stands in the list and what it is called: both follow its provider between the practice tenant and the admin's own,
 * but a name that the admin gave stays.
 */
final class ProfilePlace {
  private final Workbench workbench;
  private final List<Scenario> scenarios;
  private final ProviderCatalog catalog;
  private final Texts texts;

  ProfilePlace(Workbench workbench, List<Scenario> scenarios, ProviderCatalog catalog, Texts texts) {
    this.workbench = workbench;
    this.scenarios = scenarios;
    this.catalog = catalog;
    this.texts = texts;
  }

  /** The chosen profile is of another provider now. */
  void follow(Provider provider) {
    Profile profile = workbench.selected();
    Optional<Scenario> scenario = scenario(workbench.draft().region()).filter(_ -> provider.id().equals(Practice.PROVIDER));
    String group = scenario.map(it -> it.profile().group()).orElse("");
    boolean moved = !profile.group().equals(group);
    if (moved || scenario.isPresent()) {
      String ours = scenario.map(it -> it.profile().name()).orElseGet(provider::name);
      String name = isOurs(profile.name()) ? free(ours, others(profile)) : profile.name();
      workbench.update(profile.id(), it -> it.withName(name).withGroup(group));
    }
    if (moved) {
      workbench.moveBehindItsGroup(profile.id());
    }
  }

  private Optional<Scenario> scenario(String id) {
    return scenarios.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /** Whether it is a name as the program gives them: of a new profile, a lesson or a provider, with a number where there were several. */
  private boolean isOurs(String name) {
    String plain = withoutNumber(name);
    Stream<String> lessons = scenarios.stream().map(it -> it.profile().name());
    return Stream.of(Stream.of(texts.get("profile.new")), lessons, catalog.providers().stream().map(Provider::name))
        .flatMap(it -> it)
        .anyMatch(it -> it.equals(name) || it.equals(plain));
  }

  private List<Profile> others(Profile profile) {
    return workbench.profiles().stream().filter(it -> !it.id().equals(profile.id())).toList();
  }

  /** A name that none of these has: this one, or with a number behind it. */
  static String free(String wanted, List<Profile> taken) {
    String name = wanted;
    for (int n = 2; Profile.named(name, taken).isPresent(); n++) {
      name = withoutNumber(wanted) + " " + n;
    }
    return name;
  }

  private static String withoutNumber(String name) {
    return name.replaceFirst(" \\d+$", "");
  }
}

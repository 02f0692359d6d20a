package dev.grantscope.presenter;

import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.provider.Provider;
import java.util.List;
import java.util.Optional;

/** What can be chosen at a provider, and the token URL that follows; the regions of the practice tenant are its scenarios. */
final class Regions {
  private final List<Practice.Scenario> scenarios;

  Regions(List<Practice.Scenario> scenarios) {
    this.scenarios = scenarios;
  }

  static boolean isPractice(Provider provider) {
    return provider.id().equals(Practice.PROVIDER);
  }

  List<Choice> choices(Provider provider) {
    return isPractice(provider)
        ? scenarios.stream().map(it -> new Choice(it.id(), it.profile().name())).toList()
        : provider.regions().stream().map(it -> new Choice(it.id(), it.label())).toList();
  }

  /** Empty where the region does not say it. */
  Optional<String> tokenUrl(Provider provider, String region) {
    return isPractice(provider)
        ? scenario(region).map(scenario -> scenario.profile().draft().tokenUrl())
        : provider.tokenUrl(region);
  }

  Optional<Practice.Scenario> scenario(String id) {
    return scenarios.stream().filter(scenario -> scenario.id().equals(id)).findFirst();
  }

  /** The form that takes the place of this one as a whole, where that is a scenario's own but for its port, and another is chosen. */
  Optional<ProfileDraft> replacing(ProfileDraft form, String region) {
    return scenario(form.region())
        .filter(now -> form.withTokenUrl("").equals(now.profile().draft().withTokenUrl("")))
        .flatMap(_ -> scenario(region))
        .map(next -> next.profile().draft());
  }

  /** Where else the vendor of this scenario issues tokens. */
  List<Practice.Region> ofScenario(Provider provider, String id) {
    return isPractice(provider) ? scenario(id).map(Practice.Scenario::regions).orElse(List.of()) : List.of();
  }
}

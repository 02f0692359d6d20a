package dev.grantscope.core.diagnosis.lint;

import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.provider.ProviderCatalog;
import dev.grantscope.core.text.Texts;
import java.util.List;

/** What can be said about a form before anything is sent: offline, and fast enough for every key stroke. */
public final class Lint {
  private final Words words;
  private final List<LintRule> rules;

  public Lint(Texts texts, ProviderCatalog providers) {
    this.words = new Words(texts);
    this.rules = rules(providers);
  }

  /** All rules, in the order in which their hits are shown. One is added by adding it here. */
  private static List<LintRule> rules(ProviderCatalog providers) {
    return List.of(
        new PastedHeaderRule(),
        new PlaceholderRule(),
        new InvisibleRule(),
        new EncodedSecretRule(),
        new AccessKeyRule(),
        new SwappedRule(),
        new LegacyClientIdRule(),
        new ColonInIdRule(),
        new PlainHttpRule(),
        new HostRule(providers),
        new RegionHeaderRule(),
        new ScopeTextRule(),
        new NoScopeRule());
  }

  public List<LintHit> check(Form form) {
    return rules.stream().flatMap(it -> it.check(form, words).stream()).toList();
  }
}

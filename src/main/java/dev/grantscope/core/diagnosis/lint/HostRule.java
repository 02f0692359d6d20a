package dev.grantscope.core.diagnosis.lint;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.diagnosis.form.TokenHost;
import dev.grantscope.core.provider.Attestation;
import dev.grantscope.core.provider.Provider;
import dev.grantscope.core.provider.ProviderCatalog;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A host that looks like one of NICE but that NICE does not document for tokens; very near to a documented one it is a slip of the key.
 *
 * <p>What the admin's own file claims makes no host a documented one. Of a host that he himself named there he is told nothing.
 */
final class HostRule implements LintRule {
  private static final String VENDOR = "NICE";
  private static final int SLIP = 2;

  private final Set<String> hosts;
  private final List<Pattern> templates;
  private final Set<String> own;

  HostRule(ProviderCatalog providers) {
    List<Provider> known =
        providers.providers().stream()
            .filter(it -> it.vendor().equals(VENDOR) && !it.own())
            .filter(it -> it.attestation() == Attestation.DOCUMENTED || it.attestation() == Attestation.SEEN)
            .toList();
    hosts = hosts(known.stream());
    own = hosts(providers.providers().stream().filter(Provider::own));
    templates =
        Stream.concat(
                known.stream().flatMap(it -> it.template().stream()).map(it -> TokenHost.of(it.replace("{region}", "region"))),
                // UserHub, with access keys: developer.niceincontact.com, UserHubGettingStarted.
                Stream.of("region.nice-incontact.com"))
            .map(it -> Pattern.compile(Stream.of(it.split("region", -1)).map(Pattern::quote).collect(Collectors.joining("[a-z]{1,3}[0-9]{1,3}"))))
            .toList();
  }

  private static Set<String> hosts(Stream<Provider> of) {
    return of.flatMap(it -> it.regions().stream().flatMap(region -> it.tokenUrl(region.id()).stream()))
        .map(TokenHost::of)
        .collect(Collectors.toSet());
  }

  @Override
  public List<LintHit> check(Form form, Words words) {
    String host = TokenHost.of(form.draft().tokenUrl());
    if (!TokenHost.looksLikeNice(host) || hosts.contains(host) || own.contains(host) || templates.stream().anyMatch(it -> it.matcher(host).matches())) {
      return List.of();
    }
    Optional<String> meant = hosts.stream().filter(it -> distance(it, host) <= SLIP).findFirst();
    Finding finding =
        meant
            .map(
                it ->
                    words.finding(
                        Cause.HOST_LOOKALIKE,
                        Strength.LIKELY,
                        it,
                        words.get("lint.host", host),
                        Optional.of(LintField.TOKEN_URL.fix(words.get("fix.host", it), url -> url.replaceFirst("(?i)" + Pattern.quote(host), it)))))
            .orElseGet(
                () -> words.finding(Cause.HOST_UNDOCUMENTED, Strength.UNKNOWN, host, words.get("lint.host", host), Optional.empty()));
    return List.of(new LintHit(LintField.TOKEN_URL.field(), finding));
  }

  /** Levenshtein's. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int above = row[j];
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[other.length()];
  }
}

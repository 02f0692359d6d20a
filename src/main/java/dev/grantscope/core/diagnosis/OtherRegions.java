package dev.grantscope.core.diagnosis;

import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.diagnosis.form.TokenHost;
import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.provider.Attestation;
import dev.grantscope.core.provider.Provider;
import dev.grantscope.core.provider.ProviderCatalog;
import dev.grantscope.core.wire.Endpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where else the vendor of a form's token URL issues tokens, from the data about providers; nothing is guessed.
 *
 * <p>What the admin's own file says counts for the vendors of that file, and adds no host to the vendors that we know.
 */
public final class OtherRegions {
  private static final Pattern PRACTICE_BASE = Pattern.compile("(?=http://127\\.0\\.0\\.1)");

  private final ProviderCatalog providers;
  private final Supplier<List<Practice.Scenario>> scenarios;

  /** The scenarios are asked for only when the form is one of the practice tenant. */
  public OtherRegions(ProviderCatalog providers, Supplier<List<Practice.Scenario>> scenarios) {
    this.providers = providers;
    this.scenarios = scenarios;
  }

  /** Those of the form's own provider first; of others of that vendor only what is documented or seen. */
  List<OtherRegion> of(Form form) {
    Optional<Endpoint> here = Endpoint.ifValid(form.draft().tokenUrl());
    if (here.isEmpty()) {
      return List.of();
    }
    List<OtherRegion> found = new ArrayList<>();
    Stream<OtherRegion> all = form.draft().provider().equals(Practice.PROVIDER) ? practice(form) : ofVendor(form, here.get());
    all.filter(it -> !it.endpoint().isSameAs(here.get()))
        .filter(it -> found.stream().noneMatch(other -> other.endpoint().isSameAs(it.endpoint())))
        .forEach(found::add);
    return List.copyOf(found);
  }

  private Stream<OtherRegion> practice(Form form) {
    String url = form.draft().tokenUrl();
    String base = url.replaceFirst("^(http://127\\.0\\.0\\.1(:[0-9]+)?)(/.*)?$", "$1");
    return PRACTICE_BASE.matcher(url).lookingAt()
        ? scenarios.get().stream()
            .filter(it -> it.id().equals(form.draft().region()))
            .flatMap(it -> it.regions().stream())
            .flatMap(
                it ->
                    Endpoint.ifValid(Practice.at(base, it.tokenUrl()))
                        .map(at -> new OtherRegion(Practice.PROVIDER, form.draft().region(), it.name(), "", at, Attestation.PRACTICE, false))
                        .stream())
        : Stream.of();
  }

  private Stream<OtherRegion> ofVendor(Form form, Endpoint here) {
    Optional<Provider> home = home(form, here);
    List<Provider> chosen = providers.providers().stream().filter(it -> it.id().equals(form.draft().provider())).toList();
    String area = area(form.draft().region());
    return Stream.concat(chosen.stream(), providers.providers().stream())
        .filter(it -> home.filter(at -> at.vendor().equals(it.vendor()) && (at.own() || !it.own())).isPresent())
        .flatMap(
            it ->
                regions(it)
                    .filter(region -> region.isAllowed() || region.provider().equals(form.draft().provider()))
                    .sorted(Comparator.comparing(region -> !area(region.region()).equals(area))));
  }

  /** Whose token URL it is: the provider that was chosen, else one of ours, else one of the admin's own. */
  private Optional<Provider> home(Form form, Endpoint here) {
    return providers.providers().stream()
        .filter(it -> isOf(it, form, here))
        .min(Comparator.comparing((Provider it) -> !it.id().equals(form.draft().provider())).thenComparing(Provider::own));
  }

  /** Such as "eu" of eu-west-1: a neighbour is the likelier slip, and not all may be affordable. */
  private static String area(String region) {
    return region.substring(0, Math.min(2, region.length()));
  }

  /** By the URL, not by what was chosen: an edited URL may be anybody's. */
  private static boolean isOf(Provider provider, Form form, Endpoint here) {
    boolean chosen =
        provider.id().equals(form.draft().provider())
            && provider.tokenUrl(form.draft().region()).filter(form.draft().tokenUrl()::equals).isPresent();
    return !provider.vendor().isEmpty()
        && (chosen || regions(provider).anyMatch(it -> it.endpoint().host().equals(here.host())) || isByTemplate(provider, here));
  }

  private static boolean isByTemplate(Provider provider, Endpoint here) {
    return provider
        .template()
        .map(it -> Pattern.compile(Pattern.quote(TokenHost.of(it.replace("{region}", "region"))).replace("region", "\\E[a-z0-9-]+\\Q")))
        .filter(it -> it.matcher(here.host()).matches())
        .isPresent();
  }

  private static Stream<OtherRegion> regions(Provider provider) {
    return provider.regions().stream()
        .flatMap(
            region ->
                provider
                    .tokenUrl(region.id())
                    .flatMap(Endpoint::ifValid)
                    .map(it -> new OtherRegion(provider.id(), region.id(), region.label(), provider.vendor(), it, provider.attestation(region.id()), provider.own()))
                    .stream());
  }
}

package dev.grantscope.core.diagnosis;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.form.TokenHost;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.profile.ProfileDraft.Entry;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.scope.ScopeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The same request for another API. Every value was typed by the admin, named by the server, or is documented by its vendor. */
final class AudienceChanges {
  private static final Set<String> PARAMETERS = Set.of("audience", "resource");
  private static final String DEFAULT = "/.default";

  /** Microsoft's documentation of the client credentials flow wants the resource followed by this, at each of its clouds. */
  private static final Pattern ENTRA = Pattern.compile("login\\.(microsoftonline\\.(com|us)|partner\\.microsoftonline\\.cn|windows\\.net)");

  private final ExperimentMaker make;
  private final ProfileDraft draft;
  private final ScopeSet scope;
  private final List<VendorAudience> vendors;

  AudienceChanges(ExperimentMaker make, ScopeSet scope, List<VendorAudience> vendors) {
    this.make = make;
    this.draft = make.form().draft();
    this.scope = scope;
    this.vendors = List.copyOf(vendors);
  }

  /** What the server's words and the vendor's convention lead to; empty where neither points to the audience. */
  List<Experiment> suggested(AudienceWords said) {
    List<Experiment> found = new ArrayList<>();
    String host = TokenHost.of(draft.tokenUrl());
    if (said.isAboutDefaultScope() || ENTRA.matcher(host).matches()) {
      resources().map(it -> it + DEFAULT).filter(it -> !it.equals(draft.scope().strip())).distinct().limit(2).map(this::scope).forEach(found::add);
    }
    if (said.isAbout() && !said.isAboutDefaultScope()) {
      String name = said.parameter();
      typed().filter(it -> !it.name().equals(name)).map(it -> with(name, it.value())).forEach(found::add);
      Stream.concat(
              said.values().stream().map(value -> new Entry(name, value)),
              vendors.stream().filter(it -> it.isFor(host)).map(it -> new Entry(it.parameter(), it.valueFor(host))))
          .filter(it -> !draft.parameters().contains(it))
          .map(it -> with(it.name(), it.value()))
          .forEach(found::add);
    }
    return found;
  }

  /** Without those that were typed; nothing where there are none. */
  List<Experiment> without() {
    return typed().findAny().isEmpty()
        ? List.of()
        : List.of(
            make.variation(
                Probe.NO_AUDIENCE,
                String.join(" ", typed().map(Entry::name).distinct().toList()),
                Cause.AUDIENCE_WRONG,
                make.label("fix.audience.none"),
                form -> form.with(it -> it.withParameters(others(it)))));
  }

  private Stream<Entry> typed() {
    return draft.parameters().stream().filter(it -> PARAMETERS.contains(it.name()) && !it.value().isBlank());
  }

  private static List<Entry> others(ProfileDraft draft) {
    return draft.parameters().stream().filter(it -> !PARAMETERS.contains(it.name())).toList();
  }

  private Experiment with(String name, String value) {
    return make.variation(
        Probe.AUDIENCE,
        name + "=" + value,
        Cause.AUDIENCE_REQUIRED,
        make.label("fix.audience", name, VisibleText.of(value, 60)),
        form ->
            form.with(it -> it.withParameters(Stream.concat(others(it).stream(), Stream.of(new Entry(name, value))).toList())));
  }

  private Experiment scope(String value) {
    return make.variation(
        Probe.AUDIENCE,
        "scope=" + value,
        Cause.AUDIENCE_REQUIRED,
        make.label("fix.audience", "scope", VisibleText.of(value, 60)),
        form -> form.with(it -> it.withScope(value)));
  }

  private static String resource(String scope) {
    int last = scope.lastIndexOf('/');
    return last > scope.indexOf("://") + 2 ? scope.substring(0, last) : scope;
  }

  /** The APIs that scopes and parameters speak of: of {@code https://api.example/read} what comes before the last slash. */
  private Stream<String> resources() {
    Stream<String> ofScopes =
        scope.asSet().stream().filter(it -> it.indexOf("://") > 0 && !it.endsWith(DEFAULT)).map(AudienceChanges::resource);
    return Stream.concat(ofScopes, typed().map(it -> it.value().replaceFirst("/$", ""))).distinct();
  }
}

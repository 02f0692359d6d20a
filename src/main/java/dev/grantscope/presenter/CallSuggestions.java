package dev.grantscope.presenter;

import dev.grantscope.core.api.CallPresets;
import dev.grantscope.core.api.CallPresets.Suggestion;
import dev.grantscope.core.discovery.TenantConfiguration;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.provider.ProviderCatalog;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.Endpoint;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What can be called with the token of the chosen profile, as far as its provider is known, and how well a URL is attested. */
final class CallSuggestions {
  private final Workbench workbench;
  private final Discoveries discoveries;
  private final ProviderCatalog catalog;
  private final CallPresets presets = CallPresets.builtIn();
  private final Texts texts;

  CallSuggestions(Workbench workbench, Discoveries discoveries, ProviderCatalog catalog, Texts texts) {
    this.workbench = workbench;
    this.discoveries = discoveries;
    this.catalog = catalog;
    this.texts = texts;
  }

  List<Suggestion> all() {
    ProfileDraft draft = workbench.draft();
    Optional<String> api =
        workbench.result().grant().flatMap(CallPresets::apiOf).or(() -> discoveries.tenant().flatMap(TenantConfiguration::apiEndpoint));
    return presets.of(catalog.byId(draft.provider()), draft.region(), draft.tokenUrl(), api);
  }

  /** The same by their index. */
  List<Choice> choices() {
    List<Suggestion> all = all();
    return IntStream.range(0, all.size())
        .mapToObj(i -> new Choice(Integer.toString(i), VisibleText.of(all.get(i).method() + " " + all.get(i).url(), 120)))
        .toList();
  }

  /** How a URL is attested, what is wrong with it, or why nothing can be called. */
  Notice about(String url) {
    if (workbench.result().grant().isEmpty()) {
      return new Notice(Tone.QUIET, texts.get("call.noToken"));
    }
    if (url.contains("{api}")) {
      return new Notice(Tone.ATTENTION, texts.get("call.apiUnknown"));
    }
    if (url.isEmpty()) {
      return new Notice(Tone.QUIET, texts.get("call.empty"));
    }
    if (Endpoint.ifValid(url).isEmpty()) {
      return new Notice(Tone.ATTENTION, texts.get("call.url.bad"));
    }
    return all().stream()
        .filter(it -> it.url().equals(url))
        .findFirst()
        .map(it -> new Notice(Tone.QUIET, texts.of("call.attestation", it.attestation())))
        .orElseGet(() -> new Notice(Tone.QUIET, texts.get("call.typed")));
  }
}

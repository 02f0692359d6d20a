package dev.grantscope.presenter;

import dev.grantscope.core.discovery.Metadata;
import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.provider.Attestation;
import dev.grantscope.core.provider.AttestationWords;
import dev.grantscope.core.provider.Provider;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.EndpointException;
import java.util.Optional;

/** What the Region card says of a token URL and of an issuer. */
final class RegionWords {
  private final Regions regions;
  private final Discoveries discoveries;
  private final Texts texts;

  RegionWords(Regions regions, Discoveries discoveries, Texts texts) {
    this.regions = regions;
    this.discoveries = discoveries;
    this.texts = texts;
  }

  /** How well this very URL is attested; one that was edited is no longer the provider's. */
  Notice notice(Provider provider, ProfileDraft draft) {
    if (draft.tokenUrl().isBlank()) {
      return new Notice(Tone.QUIET, "");
    }
    if (Regions.isPractice(provider)) {
      return new Notice(Tone.QUIET, regions.scenario(draft.region()).map(Practice.Scenario::lesson).orElse(""));
    }
    Optional<String> issuer = discoveries.metadata().flatMap(Metadata::issuer);
    if (provider.discovery() == Provider.Discovery.ISSUER && issuer.isPresent()) {
      return new Notice(Tone.GOOD, texts.get("region.named", VisibleText.of(issuer.get(), 120)));
    }
    Attestation attestation =
        provider.tokenUrl(draft.region()).filter(draft.tokenUrl()::equals).isPresent()
            ? provider.attestation(draft.region())
            : Attestation.UNKNOWN;
    return new Notice(
        tone(attestation, provider), AttestationWords.of(attestation, provider.vendor(), provider.own(), texts) + tenant(provider));
  }

  private static Tone tone(Attestation attestation, Provider provider) {
    return switch (attestation) {
      case DOCUMENTED -> provider.own() ? Tone.QUIET : Tone.GOOD;
      case REPORTED -> Tone.ATTENTION;
      case SEEN, UNKNOWN, OWN, PRACTICE -> Tone.QUIET;
    };
  }

  /** What tenant discovery said, beside the attestation. */
  private String tenant(Provider provider) {
    return provider.discovery() == Provider.Discovery.CXONE_TENANT
        ? discoveries
            .tenant()
            .map(
                it ->
                    texts.get(
                        "region.tenant",
                        VisibleText.of(it.area().orElse("–"), 40),
                        VisibleText.of(it.apiEndpoint().orElse("–"), 120)))
            .orElse("")
        : "";
  }

  /** What is wrong with an issuer; what is said of one that may hold a secret does not repeat the secret. */
  String problem(EndpointException e, String issuer) {
    return switch (e.problem()) {
      case EMPTY -> texts.get("discovery.issuer.empty");
      case USER_INFO, SECRET_IN_QUERY, SCHEME -> texts.of("problem.url", e.problem(), "");
      default ->
          texts.of("problem.url", e.problem(), VisibleText.of(issuer.substring(e.start(), e.end()), 40), Integer.toString(e.start() + 1));
    };
  }
}

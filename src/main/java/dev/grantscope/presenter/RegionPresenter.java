package dev.grantscope.presenter;

import dev.grantscope.core.discovery.Issuer;
import dev.grantscope.core.discovery.Metadata;
import dev.grantscope.core.profile.FieldProblem.Field;
import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.provider.Attestation;
import dev.grantscope.core.provider.AttestationWords;
import dev.grantscope.core.provider.Provider;
import dev.grantscope.core.provider.ProviderCatalog;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.EndpointException;
import java.util.List;
import java.util.Optional;

/** The Region card: provider and region fill in the token URL, which stays the truth and can be edited. */
public final class RegionPresenter implements WorkbenchListener {
  private final View view;
  private final Workbench workbench;
  private final ProviderCatalog catalog;
  private final List<Practice.Scenario> scenarios;
  private final FormLint lint;
  private final Discoveries discoveries;
  private final FormUndo undo;
  private final AccessKeyOffer accessKey;
  private final DiscoveryPresenter discovery;
  private final SurveyPresenter survey;
  private final PracticeStart practice;
  private final Texts texts;
  private final FieldMessages messages;
  private Optional<Notice> issuerNotice = Optional.empty();

  /** What the card can show. */
  public interface View {
    void showProviders(List<Choice> providers, String chosen);

    /** The region's field; empty name: there is nothing to choose. */
    void showRegion(String name, List<Choice> regions, boolean free, String value);

    /** The field for an issuer, in the place of the region's; empty: the provider has none. */
    void showIssuer(Optional<String> issuer, Optional<Notice> notice);

    /** Whether asking the host of the token URL for its metadata is offered, where there is no field for an issuer. */
    void showDiscover(boolean offered);

    /** Whether asking all regions is offered. */
    void showSurvey(boolean offered);

    /** The offer to use an access key; empty: it is not made. */
    void showAccessKey(Optional<String> offer);

    /** Opens the options, where the access key is entered. */
    void openOptions();

    /** Whether what one click filled in can be undone. */
    void showUndo(boolean offered);

    void showTokenUrl(String url);

    void showNotice(Notice notice);

    /** What is wrong with the URL, or odd about it. */
    void showUrlNotice(Optional<Notice> notice);
  }

  RegionPresenter(
      View view,
      Workbench workbench,
      ProviderCatalog catalog,
      List<Practice.Scenario> scenarios,
      FormLint lint,
      Discoveries discoveries,
      FormUndo undo,
      AccessKeyOffer accessKey,
      DiscoveryPresenter discovery,
      SurveyPresenter survey,
      PracticeStart practice,
      Texts texts) {
    this.view = view;
    this.workbench = workbench;
    this.catalog = catalog;
    this.scenarios = scenarios;
    this.lint = lint;
    this.discoveries = discoveries;
    this.undo = undo;
    this.accessKey = accessKey;
    this.discovery = discovery;
    this.survey = survey;
    this.practice = practice;
    this.texts = texts;
    this.messages = new FieldMessages(texts);
    workbench.addListener(this);
    discoveries.addListener(this::onDraft);
    onSelected();
  }

  /** Another provider: its first region, or none yet where it is typed. */
  public void onProvider(String id) {
    if (id.equals(workbench.draft().provider())) {
      return;
    }
    Provider provider = catalog.byId(id);
    List<Choice> regions = regions(provider);
    setRegion(provider, regions.isEmpty() ? "" : regions.getFirst().id());
    onSelected();
  }

  /** Another region, chosen by id or typed. */
  public void onRegion(String region) {
    if (region.equals(workbench.draft().region())) {
      return;
    }
    Optional<Practice.Scenario> now = scenario(workbench.draft().region());
    Optional<Practice.Scenario> next = scenario(region);
    if (now.isPresent() && next.isPresent() && isUntouched(now.get())) {
      workbench.edit(_ -> next.get().profile().draft());
    } else {
      setRegion(provider(), region);
    }
  }

  /** Whether the form is a scenario's own but for its port; then another scenario may take its place as a whole. */
  private boolean isUntouched(Practice.Scenario scenario) {
    ProfileDraft own = scenario.profile().draft();
    return workbench.draft().withTokenUrl("").equals(own.withTokenUrl(""));
  }

  public void onTokenUrl(String url) {
    workbench.edit(draft -> draft.withTokenUrl(url));
  }

  public void onIssuer(String issuer) {
    issuerNotice = Optional.empty();
    onRegion(issuer);
    showIssuer();
  }

  /** Discover was pressed: asks the issuer, or says beside the field why it cannot. */
  public void onDiscover() {
    String text = isIssuer() ? workbench.draft().region() : host().orElse("");
    try {
      discovery.open(Issuer.parse(text));
    } catch (EndpointException e) {
      issuerNotice = Optional.of(new Notice(Tone.BAD, problem(e, text)));
      showIssuer();
    }
  }

  private boolean isIssuer() {
    return provider().discovery() == Provider.Discovery.ISSUER;
  }

  /** The host of the token URL as an issuer, where a secret could be sent to it; the practice tenant has an issuer for each lesson. */
  private Optional<String> host() {
    return provider().id().equals(Practice.PROVIDER)
        ? Optional.empty()
        : Endpoint.ifValid(workbench.draft().tokenUrl()).map(Endpoint::origin);
  }

  /** What is said of a URL that may hold a secret does not repeat the secret. */
  private String problem(EndpointException e, String text) {
    return switch (e.problem()) {
      case EMPTY -> texts.get("discovery.issuer.empty");
      case USER_INFO, SECRET_IN_QUERY, SCHEME -> texts.of("problem.url", e.problem(), "");
      default -> texts.of("problem.url", e.problem(), VisibleText.of(text.substring(e.start(), e.end()), 40), Integer.toString(e.start() + 1));
    };
  }

  /** Lists the regions that can be asked; nothing is sent yet. */
  public void onSurvey() {
    Provider provider = provider();
    if (provider.id().equals(Practice.PROVIDER)) {
      List<Practice.Region> regions = practiceRegions();
      String scenario = workbench.draft().region();
      practice.start(base -> survey.open(provider, SurveyPresenter.candidates(scenario, regions, base)));
    } else {
      survey.open(provider, SurveyPresenter.candidates(provider));
    }
  }

  private List<Practice.Region> practiceRegions() {
    return provider().id().equals(Practice.PROVIDER)
        ? scenario(workbench.draft().region()).map(Practice.Scenario::regions).orElse(List.of())
        : List.of();
  }

  /** The access key was chosen: the grant type changes, and the key is asked for. */
  public void onAccessKey() {
    accessKey.take();
    view.openOptions();
  }

  public void onUndo() {
    undo.undo();
  }

  private void setRegion(Provider provider, String region) {
    String url = tokenUrl(provider, region).orElse(workbench.draft().tokenUrl());
    workbench.edit(draft -> draft.withProvider(provider.id(), region, url));
  }

  private Optional<String> tokenUrl(Provider provider, String region) {
    if (provider.id().equals(Practice.PROVIDER)) {
      return scenario(region).map(scenario -> scenario.profile().draft().tokenUrl());
    }
    return provider.tokenUrl(region);
  }

  private Optional<Practice.Scenario> scenario(String id) {
    return scenarios.stream().filter(scenario -> scenario.id().equals(id)).findFirst();
  }

  @Override
  public void onSelected() {
    issuerNotice = Optional.empty();
    view.showProviders(
        catalog.providers().stream().map(it -> new Choice(it.id(), it.name())).toList(), provider().id());
    onDraft();
    onProblems();
  }

  @Override
  public void onDraft() {
    Provider provider = provider();
    ProfileDraft draft = workbench.draft();
    boolean issuer = provider.discovery() == Provider.Discovery.ISSUER;
    boolean practice = provider.id().equals(Practice.PROVIDER);
    view.showRegion(
        practice ? texts.get("region.scenario") : issuer ? "" : provider.regionName(),
        regions(provider),
        provider.freeRegion(),
        draft.region());
    showIssuer();
    view.showSurvey(SurveyPresenter.candidates(provider).size() > 1 || practiceRegions().size() > 1);
    view.showDiscover(!isIssuer() && host().isPresent());
    view.showUndo(undo.isOffered());
    showAccessKey();
    view.showTokenUrl(draft.tokenUrl());
    view.showNotice(notice(provider, draft));
    onProblems();
  }

  @Override
  public void onSecret() {
    view.showUndo(undo.isOffered());
    showAccessKey();
  }

  private void showAccessKey() {
    view.showAccessKey(accessKey.offer(provider()).map(texts::get));
  }

  @Override
  public void onProblems() {
    view.showUrlNotice(
        messages
            .first(workbench.problems(), Field.TOKEN_URL)
            .map(it -> new Notice(Tone.BAD, it))
            .or(() -> workbench.draft().tokenUrl().isBlank() ? Optional.empty() : lint.about(Field.TOKEN_URL)));
  }

  private void showIssuer() {
    boolean issuer = provider().discovery() == Provider.Discovery.ISSUER;
    view.showIssuer(issuer ? Optional.of(workbench.draft().region()) : Optional.empty(), issuerNotice);
  }

  private Provider provider() {
    return catalog.byId(workbench.draft().provider());
  }

  private List<Choice> regions(Provider provider) {
    return provider.id().equals(Practice.PROVIDER)
        ? scenarios.stream().map(it -> new Choice(it.id(), it.profile().name())).toList()
        : provider.regions().stream().map(it -> new Choice(it.id(), it.label())).toList();
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

  /** How well this very URL is attested; one that was edited is no longer the provider's. */
  private Notice notice(Provider provider, ProfileDraft draft) {
    if (draft.tokenUrl().isBlank()) {
      return new Notice(Tone.QUIET, "");
    }
    if (provider.id().equals(Practice.PROVIDER)) {
      return new Notice(Tone.QUIET, scenario(draft.region()).map(Practice.Scenario::lesson).orElse(""));
    }
    Optional<String> issuer = discoveries.metadata().flatMap(Metadata::issuer);
    if (provider.discovery() == Provider.Discovery.ISSUER && issuer.isPresent()) {
      return new Notice(Tone.GOOD, texts.get("region.named", VisibleText.of(issuer.get(), 120)));
    }
    Attestation attestation =
        provider.tokenUrl(draft.region()).filter(draft.tokenUrl()::equals).isPresent()
            ? provider.attestation(draft.region())
            : Attestation.UNKNOWN;
    Tone tone =
        switch (attestation) {
          case DOCUMENTED -> provider.own() ? Tone.QUIET : Tone.GOOD;
          case REPORTED -> Tone.ATTENTION;
          case SEEN, UNKNOWN, OWN, PRACTICE -> Tone.QUIET;
        };
    return new Notice(tone, AttestationWords.of(attestation, provider.vendor(), provider.own(), texts) + tenant(provider));
  }
}

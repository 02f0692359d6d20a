package dev.grantscope.presenter;

import dev.grantscope.core.discovery.Issuer;
import dev.grantscope.core.profile.FieldProblem.Field;
import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.provider.Provider;
import dev.grantscope.core.provider.ProviderCatalog;
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
  private final Regions regions;
  private final RegionWords words;
  private final FormLint lint;
  private final ProfilePlace place;
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
    this.regions = new Regions(scenarios);
    this.words = new RegionWords(regions, discoveries, texts);
    this.lint = lint;
    this.undo = undo;
    this.accessKey = accessKey;
    this.discovery = discovery;
    this.survey = survey;
    this.practice = practice;
    this.texts = texts;
    this.place = new ProfilePlace(workbench, scenarios, catalog, texts);
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
    setRegion(provider, regions.choices(provider).stream().findFirst().map(Choice::id).orElse(""));
    place.follow(provider);
    onSelected();
  }

  /** Another region, chosen by id or typed. */
  public void onRegion(String region) {
    if (region.equals(workbench.draft().region())) {
      return;
    }
    regions
        .replacing(workbench.draft(), region)
        .ifPresentOrElse(this::replace, () -> setRegion(provider(), region));
  }

  private void replace(ProfileDraft next) {
    workbench.edit(_ -> next);
    place.follow(provider());
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
      issuerNotice = Optional.of(new Notice(Tone.BAD, words.problem(e, text)));
      showIssuer();
    }
  }

  private boolean isIssuer() {
    return provider().discovery() == Provider.Discovery.ISSUER;
  }

  /** The host of the token URL as an issuer, where a secret could be sent to it; the practice tenant has an issuer for each lesson. */
  private Optional<String> host() {
    return Regions.isPractice(provider())
        ? Optional.empty()
        : Endpoint.ifValid(workbench.draft().tokenUrl()).map(Endpoint::origin);
  }

  /** Lists the regions that can be asked; nothing is sent yet. */
  public void onSurvey() {
    Provider provider = provider();
    if (Regions.isPractice(provider)) {
      List<Practice.Region> candidates = practiceRegions();
      String scenario = workbench.draft().region();
      practice.start(base -> survey.open(provider, SurveyPresenter.candidates(scenario, candidates, base)));
    } else {
      survey.open(provider, SurveyPresenter.candidates(provider));
    }
  }

  private List<Practice.Region> practiceRegions() {
    return regions.ofScenario(provider(), workbench.draft().region());
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
    String url = regions.tokenUrl(provider, region).orElse(workbench.draft().tokenUrl());
    workbench.edit(draft -> draft.withProvider(provider.id(), region, url));
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
    view.showRegion(
        Regions.isPractice(provider) ? texts.get("region.scenario") : isIssuer() ? "" : provider.regionName(),
        regions.choices(provider),
        provider.freeRegion(),
        draft.region());
    showIssuer();
    view.showSurvey(SurveyPresenter.candidates(provider).size() > 1 || practiceRegions().size() > 1);
    view.showDiscover(!isIssuer() && host().isPresent());
    view.showUndo(undo.isOffered());
    showAccessKey();
    view.showTokenUrl(draft.tokenUrl());
    view.showNotice(words.notice(provider, draft));
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
    view.showIssuer(isIssuer() ? Optional.of(workbench.draft().region()) : Optional.empty(), issuerNotice);
  }

  private Provider provider() {
    return catalog.byId(workbench.draft().provider());
  }
}

package dev.grantscope.ui;

import dev.grantscope.core.profile.FieldLimit;
import dev.grantscope.core.text.Texts;
import dev.grantscope.presenter.Choice;
import dev.grantscope.presenter.Notice;
import dev.grantscope.presenter.RegionPresenter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The Region card. */
final class RegionPane extends Card implements RegionPresenter.View {
  private final ChoiceField provider = new ChoiceField(id -> presenter().onProvider(id));
  private final RegionField region = new RegionField(text -> presenter().onRegion(text));
  private final PlainField issuer = new PlainField(true, text -> presenter().onIssuer(text));
  private final Button discover = new Button();
  private final FieldBox issuerBox;
  private final Button discoverHost = new Button();
  private final Button survey = new Button();
  private final Button undo = new Button();
  private final Button accessKey = new Button();
  private final Runnable openOptions;
  private final PlainField tokenUrl = new PlainField(true, text -> presenter().onTokenUrl(text));
  private final FieldBox regionBox;
  private final FieldBox tokenUrlBox;
  private final NoticeLabel attestation = new NoticeLabel();
  private final String freeHint;
  private @Nullable RegionPresenter presenter;

  RegionPane(Texts texts, Runnable openOptions) {
    this(texts, openOptions, new HBox(8));
  }

  private RegionPane(Texts texts, Runnable openOptions, HBox links) {
    super(texts.get("region.title"), links);
    this.openOptions = openOptions;
    links(texts, links);
    issuer.setId("issuer");
    issuer.limit(FieldLimit.URL, texts);
    tokenUrl.limit(FieldLimit.URL, texts);
    region.limit(FieldLimit.URL, texts);
    issuer.setPromptText(texts.get("discovery.issuer.prompt"));
    issuer.setOnAction(_ -> presenter().onDiscover());
    discover.setText(texts.get("discovery.discover"));
    discover.setId("discover");
    discover.setMinWidth(USE_PREF_SIZE);
    discover.setOnAction(_ -> presenter().onDiscover());
    HBox issuerLine = new HBox(8, issuer, discover);
    HBox.setHgrow(issuer, Priority.ALWAYS);
    issuerBox = new FieldBox(texts.get("discovery.issuer"), issuer, issuerLine);
    freeHint = texts.get("region.free");
    provider.setId("provider");
    region.setId("region");
    tokenUrl.setId("token-url");
    attestation.setId("attestation");
    attestation.wrap(3);
    button(accessKey, "", "access-key", () -> presenter().onAccessKey());
    button(discoverHost, texts.get("discovery.host"), "discover-host", () -> presenter().onDiscover());
    Hint.on(discoverHost, () -> texts.get("discovery.host.why"));
    // Within the height of the other cards.
    setMargin(accessKey, new Insets(-7, 0, 0, -4));
    Hint.on(accessKey, () -> texts.get("accessKey.why"));
    regionBox = new FieldBox(texts.get("region.title"), region);
    tokenUrlBox = new FieldBox(texts.get("region.tokenUrl"), tokenUrl, tokenUrl, List.of(discoverHost));
    WhileVisible.fill(
        this, new FieldBox(texts.get("region.provider"), provider), regionBox, issuerBox, tokenUrlBox, attestation, accessKey);
  }

  private void links(Texts texts, HBox links) {
    button(undo, texts.get("region.undo"), "region-undo", () -> presenter().onUndo());
    button(survey, texts.get("survey.title"), "region-survey", () -> presenter().onSurvey());
    WhileVisible.fill(links, undo, survey);
  }

  private static void button(Button link, String text, String id, Runnable action) {
    link.setText(text);
    link.setId(id);
    link.getStyleClass().add("small-link");
    link.setMinWidth(USE_PREF_SIZE);
    link.setOnAction(_ -> action.run());
  }

  void start(RegionPresenter newPresenter) {
    presenter = newPresenter;
  }

  private RegionPresenter presenter() {
    return Objects.requireNonNull(presenter);
  }

  @Override
  public void showProviders(List<Choice> providers, String chosen) {
    provider.show(providers, chosen);
  }

  @Override
  public void showRegion(String name, List<Choice> regions, boolean free, String value) {
    Shown.when(!name.isEmpty(), regionBox);
    regionBox.setLabel(name);
    region.setPromptText(free ? freeHint : "");
    region.show(regions, free, value);
  }

  @Override
  public void showIssuer(Optional<String> text, Optional<Notice> notice) {
    Shown.when(text.isPresent(), issuerBox);
    issuer.show(text.orElse(""));
    issuerBox.showNotice(notice);
  }

  @Override
  public void showDiscover(boolean offered) {
    Shown.when(offered, discoverHost);
  }

  @Override
  public void showSurvey(boolean offered) {
    Shown.when(offered, survey);
  }

  @Override
  public void showAccessKey(Optional<String> offer) {
    accessKey.setText(offer.orElse(""));
    Shown.when(offer.isPresent(), accessKey);
  }

  @Override
  public void openOptions() {
    openOptions.run();
  }

  @Override
  public void showUndo(boolean offered) {
    Shown.when(offered, undo);
  }

  /** Where the keyboard was when something was laid over the window. */
  Node discoverButton() {
    return issuerBox.isVisible() ? discover : discoverHost;
  }

  Node surveyButton() {
    return survey;
  }

  @Override
  public void showTokenUrl(String url) {
    tokenUrl.show(url);
  }

  @Override
  public void showNotice(Notice notice) {
    attestation.show(notice.tone(), notice.text());
  }

  @Override
  public void showUrlNotice(Optional<Notice> notice) {
    tokenUrlBox.showNotice(notice);
  }

  /** The boxes that may have a problem, in the order of the keyboard. */
  List<FieldBox> boxes() {
    return List.of(issuerBox, tokenUrlBox);
  }
}

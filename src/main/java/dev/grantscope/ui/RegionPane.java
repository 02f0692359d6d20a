package dev.grantscope.ui;

import dev.grantscope.core.text.Texts;
import dev.grantscope.presenter.Choice;
import dev.grantscope.presenter.Notice;
import dev.grantscope.presenter.RegionPresenter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Region card. */
final class RegionPane extends Card implements RegionPresenter.View {
  private final ChoiceField provider = new ChoiceField(id -> presenter().onProvider(id));
  private final RegionField region = new RegionField(text -> presenter().onRegion(text));
  private final PlainField tokenUrl = new PlainField(true, text -> presenter().onTokenUrl(text));
  private final FieldBox regionBox;
  private final FieldBox tokenUrlBox;
  private final NoticeLabel attestation = new NoticeLabel();
  private final String freeHint;
  private @Nullable RegionPresenter presenter;

  RegionPane(Texts texts) {
    super(texts.get("region.title"));
    freeHint = texts.get("region.free");
    provider.setId("provider");
    region.setId("region");
    tokenUrl.setId("token-url");
    attestation.setId("attestation");
    attestation.wrap(3);
    regionBox = new FieldBox(texts.get("region.title"), region);
    tokenUrlBox = new FieldBox(texts.get("region.tokenUrl"), tokenUrl);
    getChildren().addAll(new FieldBox(texts.get("region.provider"), provider), regionBox, tokenUrlBox, attestation);
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
    regionBox.setVisible(!name.isEmpty());
    regionBox.setManaged(!name.isEmpty());
    regionBox.setLabel(name);
    region.setPromptText(free ? freeHint : "");
    region.show(regions, free, value);
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
    return List.of(tokenUrlBox);
  }
}

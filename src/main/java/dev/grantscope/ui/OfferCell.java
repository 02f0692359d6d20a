package dev.grantscope.ui;

import dev.grantscope.core.render.VisibleText;
import dev.grantscope.presenter.FinderView.Offer;
import java.util.function.BiConsumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** A scope to tick. */
final class OfferCell extends ListCell<Offer> {
  private final CheckBox box = new CheckBox();

  OfferCell(BiConsumer<String, Boolean> ticked) {
    getStyleClass().add("offer-cell");
    setPrefWidth(0);
    box.getStyleClass().add("mono");
    box.setOnAction(_ -> tick(ticked));
  }

  /** The list keeps what is ticked, since cells come and go. */
  private void tick(BiConsumer<String, Boolean> ticked) {
    Offer now = new Offer(getItem().scope(), box.isSelected());
    ticked.accept(now.scope(), now.wanted());
    getListView().getItems().set(getIndex(), now);
  }

  @Override
  protected void updateItem(@Nullable Offer offer, boolean none) {
    super.updateItem(offer, none);
    if (offer == null || none) {
      setGraphic(null);
    } else {
      box.setText(VisibleText.of(offer.scope(), 120));
      box.setSelected(offer.wanted());
      setGraphic(box);
    }
  }
}

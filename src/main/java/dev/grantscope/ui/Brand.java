package dev.grantscope.ui;

import dev.grantscope.core.text.Texts;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;

/** The program's icon and name. */
final class Brand extends HBox {
  private static final double SIZE = 22;

  Brand(Texts texts) {
    super(8);
    ImageView icon =
        new ImageView(new Image(Objects.requireNonNull(Brand.class.getResourceAsStream("/dev/grantscope/icons/grantscope-64.png"))));
    icon.setFitWidth(SIZE);
    icon.setFitHeight(SIZE);
    icon.setSmooth(true);
    Label name = new Label(texts.get("app.name"));
    name.getStyleClass().add("brand");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(icon, name);
  }
}

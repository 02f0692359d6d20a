package dev.grantscope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.ui.Theme;
import java.util.Objects;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class IconTest {
  @Test
  void isDrawnWithTheFontOfTheSigns() {
    Icon icon = new Icon(Feather.SEARCH);
    Scene scene = new Scene(new Group(icon));
    scene.getStylesheets().add(Objects.requireNonNull(Theme.class.getResource("app.css")).toExternalForm());
    icon.applyCss();
    assertThat(icon.getFont().getFamily()).isEqualTo("FeatherIcons").isNotEqualTo(Font.getDefault().getFamily());
    assertThat(icon.getFont().getSize()).isEqualTo(18);
  }
}

package dev.grantscope.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/** Light or dark as the system has it, and at once when that changes. */
final class Theme {
  /** Set to {@code light} or {@code dark} to leave the system's choice aside, for pictures. */
  private static final String PROPERTY = "grantscope.theme";

  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

  private final Scene scene;

  Theme(Scene scene) {
    this.scene = scene;
    scene.getStylesheets().add(stylesheet("app.css"));
    Platform.getPreferences().colorSchemeProperty().addListener(_ -> apply());
    apply();
  }

  private void apply() {
    boolean dark = isDark();
    Application.setUserAgentStylesheet((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    scene.getRoot().pseudoClassStateChanged(DARK, dark);
  }

  private static boolean isDark() {
    String wanted = System.getProperty(PROPERTY, "");
    return wanted.isEmpty()
        ? Platform.getPreferences().getColorScheme() == ColorScheme.DARK
        : wanted.equals("dark");
  }

  private static String stylesheet(String name) {
    return Objects.requireNonNull(Theme.class.getResource(name)).toExternalForm();
  }
}

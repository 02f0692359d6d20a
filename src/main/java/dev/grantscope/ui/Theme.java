package dev.grantscope.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Light or dark as the system has it, and at once when that changes.
 *
 * <p>Made before the first node: a node that finds no stylesheet makes JavaFX read its own, which is then thrown away.
 */
public final class Theme {
  /** Set to {@code light} or {@code dark} to leave the system's choice aside, for pictures. */
  private static final String PROPERTY = "grantscope.theme";

  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

  /**
   * Sets the look of everything that follows. JavaFX's thread reads the stylesheet; whoever calls from another can make the first nodes
   * meanwhile.
   */
  public Theme() {
    setStylesheet(Meanwhile.make(Theme::isDark).join());
  }

  /** A scene with nothing in it, for what {@link #dress} dresses. */
  Scene scene(double width, double height) {
    Scene scene = new Scene(new Group(), width, height);
    scene.getStylesheets().add(stylesheet("app.css"));
    return scene;
  }

  /** Dresses what will be the root of a scene, now and whenever the system changes. */
  void dress(Node root) {
    root.pseudoClassStateChanged(DARK, isDark());
    Platform.getPreferences()
        .colorSchemeProperty()
        .addListener(
            _ -> {
              setStylesheet(isDark());
              root.pseudoClassStateChanged(DARK, isDark());
            });
  }

  private static void setStylesheet(boolean dark) {
    // The package has it without the controls that the program does not have: less to read, and less to match each node with.
    @Nullable URL packaged = Theme.class.getResource(dark ? "primer-dark.bss" : "primer-light.bss");
    Application.setUserAgentStylesheet(
        packaged != null ? packaged.toExternalForm() : (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
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

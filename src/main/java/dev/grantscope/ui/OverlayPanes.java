package dev.grantscope.ui;

import dev.grantscope.core.text.Texts;
import dev.grantscope.presenter.ConnectionPresenter;
import dev.grantscope.presenter.FinderView;
import dev.grantscope.presenter.OptionsPresenter;
import dev.grantscope.presenter.Presenters;
import dev.grantscope.presenter.Views;
import java.util.List;
import javafx.scene.Node;

/** What is laid over the window, one at a time: the options of the profile, the settings, and what is looked for. */
final class OverlayPanes implements Views.Overlays {
  private final OptionsPane options;
  private final SettingsPane settings;
  private final FinderPane discovery;
  private final FinderPane survey;
  private final Overlay overOptions;
  private final Overlay overSettings;
  private final Overlay overDiscovery;
  private final Overlay overSurvey;

  /** What takes the keyboard when one of them is closed. */
  record Closed(Runnable options, Runnable settings, Runnable discovery, Runnable survey) {}

  OverlayPanes(Texts texts, Node below, Closed closed) {
    options = new OptionsPane(texts, this::closeOptions);
    settings = new SettingsPane(texts, this::closeSettings);
    discovery = new FinderPane(texts, "discovery");
    survey = new FinderPane(texts, "survey");
    overOptions = new Overlay(below, options, closed.options());
    overSettings = new Overlay(below, settings, closed.settings());
    overDiscovery = new Overlay(below, discovery, closed.discovery());
    overSurvey = new Overlay(below, survey, closed.survey());
  }

  /** Hands each pane its presenter. */
  void start(Presenters all) {
    options.start(all.options());
    options.connection().start(all.connection());
    settings.connection().start(all.settings());
    discovery.start(all.form().discovery(), overDiscovery);
    survey.start(all.form().survey(), overSurvey);
  }

  List<Overlay> all() {
    return List.of(overOptions, overSettings, overDiscovery, overSurvey);
  }

  boolean isOpen() {
    return all().stream().anyMatch(Overlay::isVisible);
  }

  void openOptions() {
    overOptions.open(options.firstField());
  }

  private void closeOptions() {
    overOptions.close();
  }

  void openSettings() {
    overSettings.open(settings.firstField());
  }

  private void closeSettings() {
    overSettings.close();
  }

  /** Opens the one with a field that keeps a run from starting, if there is one. */
  void openProblem() {
    if (options.hasProblem()) {
      openOptions();
    } else if (settings.hasProblem()) {
      openSettings();
    }
  }

  @Override
  public OptionsPresenter.View options() {
    return options;
  }

  @Override
  public ConnectionPresenter.View connection() {
    return options.connection();
  }

  @Override
  public ConnectionPresenter.View settings() {
    return settings.connection();
  }

  @Override
  public FinderView discovery() {
    return discovery;
  }

  @Override
  public FinderView survey() {
    return survey;
  }
}

package dev.grantscope.ui;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/** A part of a whole, drawn to scale on a track. */
final class TimeBar extends Region {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("bad");
  private static final double HEIGHT = 12;
  /** Else what took no time to speak of could not be seen. */
  private static final double THINNEST = 2;

  private final Region part = new Region();
  private final double from;
  private final double width;

  /**
   * Draws it.
   *
   * @param from from 0 to 1
   * @param width from 0 to 1
   */
  TimeBar(double from, double width, boolean failed) {
    this.from = from;
    this.width = width;
    getStyleClass().add("time-track");
    part.getStyleClass().add("time-part");
    part.pseudoClassStateChanged(FAILED, failed);
    setMinSize(0, HEIGHT);
    setPrefSize(200, HEIGHT);
    setMaxSize(Double.MAX_VALUE, HEIGHT);
    getChildren().add(part);
  }

  @Override
  protected void layoutChildren() {
    double whole = getWidth();
    double left = Math.min(from * whole, Math.max(0, whole - THINNEST));
    part.resizeRelocate(left, 0, Math.clamp(width * whole, THINNEST, Math.max(THINNEST, whole - left)), getHeight());
  }
}

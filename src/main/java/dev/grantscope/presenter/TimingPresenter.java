package dev.grantscope.presenter;

import dev.grantscope.core.render.RawText;
import dev.grantscope.core.timing.Timeline;
import dev.grantscope.core.verdict.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The Timing tab: how long each step took, by which way and address, what TLS agreed on and with which certificates, by whose clock. */
public final class TimingPresenter implements WorkbenchListener {
  private final View view;
  private final Workbench workbench;
  private final TimingWords words;
  private final Background background;
  private final Clipboard clipboard;
  private @Nullable Page shown;
  private long latest;

  /** What the tab can show. */
  public interface View {
    /** Instead of an exchange, what there is to say. */
    void showNothing(String text);

    void showTiming(String total, List<Bar> bars, List<Section> sections);
  }

  /**
   * One phase, drawn to scale.
   *
   * @param from where it begins, from 0 to 1 of the whole
   * @param width from 0 to 1
   */
  public record Bar(String name, String elapsed, double from, double width, boolean failed, String spoken) {}

  /** Facts under a heading. */
  public record Section(String title, List<Fact> facts) {
    public Section {
      facts = List.copyOf(facts);
    }
  }

  /**
   * One line.
   *
   * @param label empty where the line is a sentence by itself
   */
  public record Fact(Tone tone, String label, String text) {}

  private record Page(String total, List<Bar> bars, List<Section> sections) {}

  TimingPresenter(View view, Workbench workbench, TimingWords words, Services with) {
    this.view = view;
    this.workbench = workbench;
    this.words = words;
    this.background = with.background();
    this.clipboard = with.clipboard();
    workbench.addListener(this);
    onResult();
  }

  @Override
  public void onSelected() {
    onResult();
  }

  @Override
  public void onInspected() {
    onResult();
  }

  @Override
  public void onResult() {
    long mine = ++latest;
    shown = null;
    workbench.inFront().ifPresentOrElse(it -> make(mine, it), () -> view.showNothing(words.nothing()));
  }

  /** A chain of certificates can be long, and redaction takes its time. */
  private void make(long mine, Workbench.Inspected inFront) {
    background.run(
        () -> page(inFront),
        page -> {
          if (mine == latest) {
            shown = page;
            view.showTiming(page.total(), page.bars(), page.sections());
          }
        });
  }

  private Page page(Workbench.Inspected inFront) {
    Timeline timeline = Timeline.of(inFront.exchange());
    List<Bar> bars = new ArrayList<>();
    for (Timeline.Step step : timeline.steps()) {
      bars.add(
          new Bar(
              words.phase(step.phase()),
              words.time(step.elapsed()),
              timeline.fraction(step.start()),
              timeline.fraction(step.elapsed()),
              step.failed(),
              words.spoken(step)));
    }
    return new Page(
        inFront.lead() + words.total(timeline.total()), bars, words.sections(inFront.exchange(), inFront.secrets()));
  }

  /** Copies all of it as text. */
  public void onCopy() {
    Page page = shown;
    if (page == null) {
      return;
    }
    StringBuilder text = new StringBuilder(page.total()).append('\n');
    page.bars().forEach(bar -> text.append(bar.spoken()).append('\n'));
    for (Section section : page.sections()) {
      text.append('\n').append(section.title()).append('\n');
      section.facts().forEach(fact -> text.append(fact.label().isEmpty() ? "" : fact.label() + ": ").append(fact.text()).append('\n'));
    }
    clipboard.put(RawText.forClipboard(text.toString()));
  }

  /** Shorter than a millisecond too: on loopback every phase is. */
  static String precise(Duration duration) {
    double millis = duration.toNanos() / 1e6;
    return String.format(Locale.ROOT, millis >= 100 ? "%.0f" : millis >= 1 ? "%.1f" : "%.2f", millis);
  }
}

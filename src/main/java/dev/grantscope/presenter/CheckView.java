package dev.grantscope.presenter;

import java.util.Optional;

/** One thing that can be checked about a token: where to ask, the button, what came of it. */
public interface CheckView {
  void show(Check check);

  /** Brings the answer as it came to the front. */
  void showExchange();

  /** What the admin can do here. */
  interface Actions {
    /** A URL was typed. */
    void onUrl(String url);

    /** The button: asks, or first asks whether it may. */
    void onCheck();

    /** Shows the bytes of the last request. */
    void onExchange();

    /** The question was answered with yes. */
    default void onYes() {}

    /** The question was answered with no. */
    default void onNo() {}
  }

  /**
   * What there is to show of it.
   *
   * @param url where to ask
   * @param about where the URL is from, or what is wrong with it
   * @param canAsk whether the button does something
   * @param question asks for a yes before anything is sent
   * @param outcome what came
   * @param hasExchange whether there are bytes to look at
   */
  record Check(
      String url, Notice about, boolean canAsk, Optional<String> question, Optional<Notice> outcome, boolean hasExchange) {}
}

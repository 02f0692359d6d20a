package dev.grantscope.ui;

import java.util.Locale;

/** The tabs of the result, in the order in which they stand; Ctrl and a number count those that are there. */
enum ResultTab {
  SCOPE("result.scope"),
  REQUEST("result.request"),
  RESPONSE("result.response"),
  TOKEN("result.token"),
  CAUSE("result.cause"),
  TIMING("result.timing"),
  CALL("result.call");

  private final String key;

  ResultTab(String key) {
    this.key = key;
  }

  /** The key of its title. */
  String key() {
    return key;
  }

  /** The id by which it is found. */
  String id() {
    return "tab-" + name().toLowerCase(Locale.ROOT);
  }
}

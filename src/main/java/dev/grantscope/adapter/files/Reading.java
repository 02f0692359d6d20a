package dev.grantscope.adapter.files;

import java.util.Optional;

/**
 * What reading a file came to.
 *
 * @param <T> what it says
 * @param content that, of a sound one; nothing of the others
 */
record Reading<T>(State state, Optional<T> content) {
  /**
   * How it was found. Not a type for each: Java links a switch over types at its first use, which takes the start of the window a millisecond
   * each.
   */
  enum State {
    /** There is none. */
    ABSENT,
    /** There is one that could not be read. */
    UNREADABLE,
    /** It was read and is not what it should be. */
    DAMAGED,
    /** It was read and understood. */
    SOUND
  }

  /** One that says nothing. */
  static <T> Reading<T> without(State state) {
    return new Reading<>(state, Optional.empty());
  }

  /** What a sound one says. */
  T sound() {
    return content.orElseThrow();
  }
}

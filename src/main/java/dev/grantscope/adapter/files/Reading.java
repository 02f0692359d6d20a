package dev.grantscope.adapter.files;

/**
 * What reading a file came to.
 *
 * @param <T> what it says
 */
sealed interface Reading<T> {
  /** There is none. */
  record Absent<T>() implements Reading<T> {}

  /** There is one that could not be read. */
  record Unreadable<T>() implements Reading<T> {}

  /** It was read and is not what it should be. */
  record Damaged<T>() implements Reading<T> {}

  /** It was read and understood. */
  record Sound<T>(T content) implements Reading<T> {}
}

package dev.grantscope.presenter;

/** A short sentence with a sign, under a field or in a banner. */
public record Notice(Tone tone, String text) {
  /** How it is meant; shown by sign and colour, and said by the text. */
  public enum Tone {
    GOOD,
    ATTENTION,
    BAD,
    QUIET
  }
}

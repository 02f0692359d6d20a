package dev.grantscope.core.verdict;

/** How a sentence is meant; shown by sign and colour, and always said by its words too. */
public enum Tone {
  GOOD,
  ATTENTION,
  BAD,
  QUIET
}

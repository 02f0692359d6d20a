package dev.grantscope.core.render;

/** What a piece of wire text is, for its colour. */
public enum TextKind {
  PLAIN,
  /** The request line or status line (RFC 9112 §2.1). */
  START_LINE,
  /** A header's name with its colon. */
  HEADER_NAME,
  /** A member's name in JSON, a parameter's name in a form. */
  KEY,
  STRING,
  NUMBER,
  /** true, false, null. */
  LITERAL,
  PUNCTUATION,
  /** Not what was sent, but a visible sign for it: an escape or a line-end mark. */
  ESCAPE
}

package dev.grantscope.core.grant;

import java.util.Locale;

/**
 * A way in which an answer departs from the RFCs without losing its meaning.
 *
 * @param detail the member, value or header it is about, as the server wrote it: it may hold a secret, and is redacted before it is
 *     shown or shortened for people
 */
public record AnswerNote(Kind kind, String detail) {
  /** Far more than is ever shown, so that no secret is cut in two and then not known as one. */
  private static final int MOST_KEPT = 8192;

  /** What departs. */
  public enum Kind {
    /** Success, but another status than 200 (RFC 6749 §5.1). */
    STATUS_NOT_200,
    /** JSON under another content type. */
    CONTENT_TYPE_NOT_JSON,
    /** A byte order mark before the JSON (RFC 8259 §8.1). */
    BYTE_ORDER_MARK,
    /** JSON in another encoding than UTF-8 (RFC 8259 §8.1). */
    NOT_UTF8,
    /** A member stands twice; the last one was read (RFC 8259 §4). */
    DUPLICATE_MEMBER,
    /** Something follows the JSON. */
    TRAILING_TEXT,
    TOKEN_TYPE_MISSING,
    /** {@code expires_in} as a string, a fraction or the like; it was read all the same. */
    EXPIRES_IN_NOT_INTEGER,
    /** {@code expires_in} that is no sensible number of seconds. */
    EXPIRES_IN_UNUSABLE,
    /** {@code scope} as an array. */
    SCOPE_ARRAY,
    /** {@code scope} separated by commas. */
    SCOPE_COMMAS,
    /** {@code scope} that is null or no text at all: read as not stated. */
    SCOPE_UNREADABLE,
    /** {@code errorDescription} in the place of {@code error_description}, as in CXone's schema. */
    CAMEL_CASE_DESCRIPTION,
    /** The {@code Date} of the answer is far from this machine's clock, by which a JWT was signed (RFC 7523 §3). */
    CLOCKS_DIFFER;

    /** Its name in the JSON of the command line. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static String cut(String detail) {
    return detail.length() <= MOST_KEPT ? detail : detail.substring(0, MOST_KEPT - 1) + "…";
  }

  /** Without the detail. */
  @Override
  public String toString() {
    return kind.wireName();
  }
}

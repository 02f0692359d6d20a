package dev.grantscope.core.render;

import java.util.List;

/** One walk through one text for the occurrences of known secrets. */
final class SecretScan {
  private final String text;
  private final SecretIndex index;
  private final SecretRanges ranges;
  private final CharacterForms now;
  private final CharacterForms next;
  private final int[] resume;

  SecretScan(String text, SecretIndex index, SecretRanges ranges) {
    this.text = text;
    this.index = index;
    this.ranges = ranges;
    now = new CharacterForms(text);
    next = new CharacterForms(text);
    resume = new int[index.size()];
  }

  /** Adds them; what is redacted already is passed over. */
  void run() {
    if (index.size() == 0) {
      return;
    }
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == Redaction.MARK.charAt(0) && text.startsWith(Redaction.MARK, at)) {
        at += Redaction.MARK.length() - 1;
      } else if (index.mayStartAt(c)) {
        tryAll(at, index.startingWith(c));
        tryAll(at, index.startingEncodedAt(text, at));
      }
    }
  }

  private void tryAll(int at, List<SecretIndex.Entry> entries) {
    for (SecretIndex.Entry entry : entries) {
      // A pattern is not tried within its own match: on a text of one letter that would be quadratic.
      if (at >= resume[entry.number()]) {
        int end = entry.pattern().match(text, at, now, next);
        if (end >= 0) {
          ranges.add(entry.pattern().withSharedStart(text, at), end);
          resume[entry.number()] = end;
        }
      }
    }
  }
}

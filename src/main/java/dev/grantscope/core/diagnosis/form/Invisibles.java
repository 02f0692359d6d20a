package dev.grantscope.core.diagnosis.form;

import dev.grantscope.core.profile.Invisible;
import java.util.List;

/** Takes out of a text what nobody typed on purpose. */
public final class Invisibles {
  private Invisibles() {}

  /** Without the invisible characters at both ends. */
  public static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isInvisible(text.codePointAt(from))) {
      from += Character.charCount(text.codePointAt(from));
    }
    while (to > from && isInvisible(text.codePointBefore(to))) {
      to -= Character.charCount(text.codePointBefore(to));
    }
    return text.substring(from, to);
  }

  private static boolean isInvisible(int c) {
    return !Invisible.in(Character.toString(c)).isEmpty();
  }

  /** Without any of them, wherever they stand. */
  public static String remove(String text) {
    StringBuilder kept = new StringBuilder();
    List<Invisible> found = Invisible.in(text);
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int at = i;
      if (found.stream().noneMatch(it -> it.index() == at)) {
        kept.appendCodePoint(text.codePointAt(i));
      }
    }
    return kept.toString();
  }
}

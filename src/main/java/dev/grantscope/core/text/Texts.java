package dev.grantscope.core.text;

import java.text.Format;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/**
 * The words of the program, from {@code messages.properties} or, in the package, from a class made of it; read when the first is wanted. A
 * key that is not there is a fault of the program.
 */
public final class Texts {
  private volatile @Nullable ResourceBundle bundle;

  /** The text of a key, with arguments as {@link MessageFormat} takes them. */
  public String get(String key, Object... arguments) {
    String pattern = bundle().getString(key);
    boolean plain = arguments.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0;
    return plain ? pattern : formatted(new MessageFormat(pattern, bundle().getLocale()), arguments);
  }

  /**
   * Numbers are written as in the language of the sentence: with another's, "1.000" in an English one is 1, and half of the digits are Arabic.
   * Small whole numbers go in as they are: Java's number formats take the first picture some milliseconds.
   */
  private static String formatted(MessageFormat format, Object... arguments) {
    Format[] formats = format.getFormatsByArgumentIndex();
    Object[] simple = arguments.clone();
    for (int i = 0; i < Math.min(formats.length, simple.length); i++) {
      if (formats[i] == null && simple[i] instanceof Integer number && number >= 0 && number < 1000) {
        simple[i] = Integer.toString(number);
      }
    }
    return format.format(simple);
  }

  /** Reads them now, where there is time for it. */
  public void load() {
    // The first question to a bundle makes its table.
    bundle().containsKey("");
  }

  private ResourceBundle bundle() {
    ResourceBundle read = bundle;
    if (read == null) {
      // In the one language there is. A search for the admin's opens each jar, for files that are in none: 10 ms of a start.
      read = ResourceBundle.getBundle("dev.grantscope.messages", Locale.ROOT, Control.getNoFallbackControl(Control.FORMAT_DEFAULT));
      bundle = read;
    }
    return read;
  }

  /** The text of an enum's constant: {@code prefix.CONSTANT}. */
  public String of(String prefix, Enum<?> constant, Object... arguments) {
    return get(prefix + "." + constant.name(), arguments);
  }
}

package dev.grantscope.core.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the program, from {@code messages.properties}. A key that is not there is a fault of the program. */
public final class Texts {
  private final ResourceBundle bundle;
  private final Locale locale;

  public Texts(Locale locale) {
    this.bundle = ResourceBundle.getBundle("dev.grantscope.messages", locale);
    this.locale = locale;
  }

  /** The text of a key, with arguments as {@link MessageFormat} takes them. */
  public String get(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  /** The text of an enum's constant: {@code prefix.CONSTANT}. */
  public String of(String prefix, Enum<?> constant, Object... arguments) {
    return get(prefix + "." + constant.name(), arguments);
  }
}

package dev.grantscope.core.diagnosis.form;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The host in a token URL, also when that is not one that could be sent to. */
public final class TokenHost {
  private static final Pattern HOST = Pattern.compile("\\s*(?:[A-Za-z]+:)?//(?:[^@/]*@)?([^/?#:\\s]+).*", Pattern.DOTALL);
  private static final Pattern NICE = Pattern.compile("nice|incontact|cxone");

  private TokenHost() {}

  /** In lower case; empty when there is none. */
  public static String of(String url) {
    Matcher matcher = HOST.matcher(url);
    return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
  }

  /** Whether it is NICE's, or means to be. */
  public static boolean looksLikeNice(String host) {
    return NICE.matcher(host).find();
  }
}

package dev.grantscope.presenter;

import dev.grantscope.core.text.Texts;
import java.util.Arrays;

/**
 * A fault of the program: its kind and its place, never its message, which may repeat a secret.
 *
 * @param place the line of ours that it came from
 */
public record Fault(String kind, String place) {
  private static final int MOST_CAUSES = 10;

  public static Fault of(Throwable thrown) {
    return new Fault(
        thrown.getClass().getSimpleName(),
        Arrays.stream(thrown.getStackTrace())
            .filter(it -> it.getClassName().startsWith("dev.grantscope."))
            .findFirst()
            .map(it -> it.getClassName().substring(it.getClassName().lastIndexOf('.') + 1) + ":" + it.getLineNumber())
            .orElse("?"));
  }

  /** For the window. */
  String sentence(Texts texts) {
    return texts.get("errand.fault", kind, place);
  }

  /** All its places and those of its causes, a line each, and still no message: for standard error. */
  public static String trace(Throwable thrown) {
    StringBuilder lines = new StringBuilder("A fault in GrantScope: ");
    Throwable each = thrown;
    for (int i = 0; each != null && i < MOST_CAUSES; i++) {
      lines.append(i == 0 ? "" : "caused by ").append(each.getClass().getName()).append('\n');
      for (StackTraceElement place : each.getStackTrace()) {
        lines.append("  at ").append(place).append('\n');
      }
      each = each.getCause();
    }
    return lines.toString();
  }
}

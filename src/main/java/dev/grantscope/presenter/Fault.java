package dev.grantscope.presenter;

import java.util.Arrays;

/**
 * A fault of the program: its kind and its place, never its message, which may repeat a secret.
 *
 * @param place the line of ours that it came from
 */
public record Fault(String kind, String place) {
  public static Fault of(Throwable thrown) {
    return new Fault(
        thrown.getClass().getSimpleName(),
        Arrays.stream(thrown.getStackTrace())
            .filter(it -> it.getClassName().startsWith("dev.grantscope."))
            .findFirst()
            .map(it -> it.getClassName().substring(it.getClassName().lastIndexOf('.') + 1) + ":" + it.getLineNumber())
            .orElse("?"));
  }
}

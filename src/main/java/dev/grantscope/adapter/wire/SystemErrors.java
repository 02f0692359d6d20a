package dev.grantscope.adapter.wire;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The operating system's words for why a connection failed. Java tells some of these failures apart by its message alone, and on Linux that
 * is in the language of the desktop: here it is turned back into English.
 */
final class SystemErrors {
  /** Those of {@code errno.h} on Linux that a connection ends with. */
  private static final Map<Integer, String> ENGLISH =
      Map.of(
          32, "Broken pipe",
          97, "Address family not supported by protocol",
          100, "Network is down",
          101, "Network is unreachable",
          104, "Connection reset by peer",
          110, "Connection timed out",
          111, "Connection refused",
          113, "No route to host");

  /** EAI_AGAIN of {@code netdb.h} on Linux: whether there is such a name could not be found out. */
  private static final int AGAIN = -3;

  private static final String AGAIN_IN_ENGLISH = "Temporary failure in name resolution";

  private static final int LONGEST = 1024;

  private final Map<String, String> english = new HashMap<>();
  private String again = AGAIN_IN_ENGLISH;

  /** With the system's word for each number; null where it has none. */
  SystemErrors(IntFunction<@Nullable String> words) {
    ENGLISH.forEach(
        (number, text) -> {
          String word = words.apply(number);
          if (word != null) {
            english.put(word, text);
          }
        });
    String word = words.apply(AGAIN);
    if (word != null) {
      again = word;
    }
  }

  /** This system's, asked for when the first connection fails. */
  static SystemErrors here() {
    return Here.ERRORS;
  }

  private static final class Here {
    private static final SystemErrors ERRORS =
        new SystemErrors(System.getProperty("os.name", "").startsWith("Linux") ? Here::word : _ -> null);

    /** Look-ups have numbers below zero and words of their own. */
    private static @Nullable String word(int number) {
      try {
        Linker linker = Linker.nativeLinker();
        MethodHandle strerror =
            linker.downcallHandle(
                linker.defaultLookup().findOrThrow(number < 0 ? "gai_strerror" : "strerror"),
                FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        MemorySegment text = (MemorySegment) strerror.invokeExact(number);
        return text.reinterpret(LONGEST).getString(0, Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")));
      } catch (Throwable _) {
        // Then the message is taken as it is, which is right in English.
        return null;
      }
    }
  }

  /** What it says, in English where it is of the system; empty where it says nothing. */
  String saidBy(IOException failure) {
    String message = failure.getMessage();
    return message == null ? "" : english.getOrDefault(message, message);
  }

  /** Whether a look-up failed because nobody could say if there is such a name. */
  boolean leavesOpen(UnknownHostException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.endsWith(again) || message.endsWith(AGAIN_IN_ENGLISH);
  }
}

package dev.grantscope;

import dev.grantscope.adapter.files.AppDirectories;
import dev.grantscope.core.text.Texts;
import dev.grantscope.presenter.Fault;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The program's entry: with arguments the command line, which never loads JavaFX; without any the window. */
public final class Main {
  /** EX_UNAVAILABLE of sysexits.h: something this machine lacks, said in one line. */
  private static final int UNAVAILABLE = 69;

  private static final String GTK_NAME = "libgtk-3.so.0";

  /** Where distributions have their libraries. */
  private static final List<String> GTK =
      List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib", "/lib");

  private Main() {}

  public static void main(String[] arguments) {
    AppDirectories.unreadable(System.getenv())
        .ifPresent(it -> System.err.println("grantscope: " + new Texts().get("start.unreadable", it)));
    if (arguments.length == 0) {
      System.exit(openWindow());
    }
    Wiring wiring = new Wiring();
    wiring.exit(wiring.commandLine().run(arguments));
  }

  /** What ends the window ends the process, whatever thread a keyring's library has left behind: hence the exit in {@code main}. */
  private static int openWindow() {
    String missing = missingForWindow();
    if (!missing.isEmpty()) {
      return unavailable(missing);
    }
    // The usual handler prints the message of what was thrown, and that may repeat a secret.
    Thread.setDefaultUncaughtExceptionHandler((_, fault) -> System.err.print("grantscope: " + Fault.trace(fault)));
    try {
      DesktopApp.open();
      return 0;
    } catch (UnsupportedOperationException _) {
      // There is the name of a display, and nobody serves it; so says JavaFX.
      return unavailable("cli.noDisplay");
    }
  }

  private static int unavailable(String key) {
    System.err.println("grantscope: " + new Texts().get(key));
    return UNAVAILABLE;
  }

  /** The key of the sentence about what a window needs and this machine does not have; empty when it has all. */
  private static String missingForWindow() {
    boolean linux = System.getProperty("os.name", "").startsWith("Linux");
    boolean headless = System.getProperty("glass.platform", "").equalsIgnoreCase("Headless");
    if (!linux || headless) {
      return "";
    }
    String display = System.getenv("DISPLAY");
    if (display == null || display.isEmpty()) {
      return "cli.noDisplay";
    }
    if (GTK.stream().anyMatch(folder -> Files.exists(Path.of(folder, GTK_NAME)))) {
      return "";
    }
    // Somewhere else, or not at all: only the loader knows, and asking it takes longer than the rest of this class.
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup.libraryLookup(GTK_NAME, arena);
      return "";
    } catch (IllegalArgumentException e) {
      return "cli.noGtk";
    }
  }
}

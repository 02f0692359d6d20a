package dev.grantscope.adapter.files;

import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.profile.StorageException;
import dev.grantscope.core.profile.WindowState;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** A second process, for what can only be seen from outside: its death, its umask, its lock. Says on standard output what it has done. */
final class OtherProcess {
  private OtherProcess() {}

  /** Runs this class with these arguments in a Java of its own. */
  static Process start(String umask, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "umask " + umask + "; exec \"$@\"", "sh"));
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", System.getProperty("java.class.path")));
    command.add(OtherProcess.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    switch (arguments[0]) {
      case "save" -> save(folder, Integer.parseInt(arguments[2]), out);
      case "directories" -> new AppDirectories(folder.resolve("a/b"), folder.resolve("c")).create();
      case "hold" -> hold(folder, out);
      case "ask" -> out.println(SingleInstance.ask(folder));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  /** Saves this many times, each time all profiles under the name of that time. */
  private static void save(Path folder, int times, PrintStream out) throws StorageException {
    JsonProfileStore store = new JsonProfileStore(folder, InstantSource.system());
    int before = store.load().profiles().stream().mapToInt(profile -> Integer.parseInt(profile.name())).max().orElse(0);
    for (int time = before + 1; time <= before + times; time++) {
      store.save(profiles(String.valueOf(time), 200));
      out.println(time);
    }
    new JsonWindowStateStore(folder)
        .save(new WindowState(1, 2, 3, 4, false, Optional.empty()));
  }

  static List<Profile> profiles(String name, int count) {
    List<Profile> profiles = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      profiles.add(Profile.blank(new UUID(7, number), name, ProfileDraft.blank("cxone")));
    }
    return profiles;
  }

  private static void hold(Path folder, PrintStream out) throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    boolean acquired =
        SingleInstance.acquire(
                folder,
                () -> {
                  out.println("shown");
                  asked.countDown();
                })
            .isPresent();
    out.println(acquired);
    if (acquired) {
      asked.await();
      // Holds on until it is killed.
      System.in.read();
    }
  }
}

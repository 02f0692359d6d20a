package dev.grantscope.presenter;

import dev.grantscope.core.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What is saved on the way out, each within its time: neither a disk nor a keyring that hangs may hold up the end for ever. */
public final class LastSave {
  private final Autosave profiles;
  private final SettingsAutosave settings;
  private final SecretDesk secrets;
  private final Background background;
  private final Texts texts;

  public LastSave(Autosave profiles, SettingsAutosave settings, SecretDesk secrets, Background background, Texts texts) {
    this.profiles = profiles;
    this.settings = settings;
    this.secrets = secrets;
    this.background = background;
    this.texts = texts;
  }

  /**
   * Saves what is not saved, on another thread, and waits for it no longer than this.
   *
   * @param least what is saved at last, and missed by nobody
   * @return a sentence about the first thing that was not saved
   */
  public Optional<String> within(Duration limit, Runnable least) {
    return all(limit, least).stream().findFirst();
  }

  /** All at once, so that none is called late for the sake of another. */
  private List<String> all(Duration limit, Runnable least) {
    long end = System.nanoTime() + limit.toNanos();
    CompletableFuture<Optional<String>> first = start(profiles::flush);
    CompletableFuture<Optional<String>> second = start(settings::flush);
    CompletableFuture<Boolean> third =
        start(
            () -> {
              least.run();
              return true;
            });
    List<String> unsaved = new ArrayList<>();
    BoundedWait.until(end, first).orElseGet(() -> late("close.late.profiles", limit)).ifPresent(unsaved::add);
    BoundedWait.until(end, second).orElseGet(() -> late("close.late.settings", limit)).ifPresent(unsaved::add);
    BoundedWait.until(end, third);
    return unsaved;
  }

  private Optional<String> late(String key, Duration limit) {
    return Optional.of(texts.get(key, limit.toSeconds()));
  }

  /**
   * The end of the session, which asks no window and comes on a thread of its own.
   *
   * @param open whether the window is there; its thread alone knows the secrets, and gives them to the keyring while it still answers
   * @param forKeyring how long that may take
   * @param forDisk how long all the rest may take
   * @return a sentence about each thing that is lost
   */
  public List<String> atEndOfSession(boolean open, Duration forKeyring, Duration forDisk) {
    List<String> lost = new ArrayList<>();
    if (open) {
      CompletableFuture<List<String>> kept = new CompletableFuture<>();
      background.onUi(() -> kept.complete(secrets.commitNewWithin(forKeyring)));
      // Twice the time, since its thread may have had something to do before.
      BoundedWait.until(System.nanoTime() + 2 * forKeyring.toNanos(), kept).ifPresent(lost::addAll);
    }
    lost.addAll(all(forDisk, () -> {}));
    return lost;
  }

  /** A virtual thread that hangs in the system would hold one of the few that carry all others. */
  private static <T> CompletableFuture<T> start(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, Thread.ofPlatform().daemon().name("last-save")::start);
  }
}

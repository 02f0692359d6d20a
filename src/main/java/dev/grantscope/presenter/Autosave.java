package dev.grantscope.presenter;

import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileStore;
import dev.grantscope.core.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Saves the profiles a moment after each change, off the UI thread, never two saves at once; so that there is no Save button. */
public final class Autosave implements WorkbenchListener {
  private static final Duration MOMENT = Duration.ofMillis(400);

  private final Workbench workbench;
  private final Background background;
  private final LatestSave<List<Profile>> saving;
  private volatile Background.@Nullable Timer timer;

  /**
   * Begins to watch.
   *
   * @param trouble hears a sentence when saving failed, and nothing when it works again
   */
  public Autosave(Workbench workbench, ProfileStore store, Background background, Consumer<Optional<String>> trouble, Texts texts) {
    this.workbench = workbench;
    this.background = background;
    this.saving = new LatestSave<>(workbench.profiles(), store::save, background, trouble, texts);
    workbench.addListener(this);
  }

  @Override
  public void onDraft() {
    soon();
  }

  @Override
  public void onProfiles() {
    soon();
  }

  private void soon() {
    if (timer == null) {
      timer = background.after(MOMENT, this::save);
    }
  }

  private void save() {
    timer = null;
    saving.save(workbench.profiles());
  }

  /** Saves what is not saved, now, on this thread: for the way out. The end of the session asks on a thread of its own. */
  public Optional<String> flush() {
    Background.@Nullable Timer waiting = timer;
    if (waiting != null) {
      waiting.cancel();
      timer = null;
    }
    return saving.flush(workbench.profiles());
  }
}

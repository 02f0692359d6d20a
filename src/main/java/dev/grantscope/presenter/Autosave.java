package dev.grantscope.presenter;

import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileStore;
import dev.grantscope.core.profile.StorageException;
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
  private final ProfileStore store;
  private final Background background;
  private final Consumer<Optional<String>> trouble;
  private final Texts texts;
  private volatile List<Profile> latest;
  private List<Profile> saved;
  private Background.@Nullable Timer timer;

  /**
   * Begins to watch.
   *
   * @param trouble hears a sentence when saving failed, and nothing when it works again
   */
  public Autosave(Workbench workbench, ProfileStore store, Background background, Consumer<Optional<String>> trouble, Texts texts) {
    this.workbench = workbench;
    this.store = store;
    this.background = background;
    this.trouble = trouble;
    this.texts = texts;
    this.latest = workbench.profiles();
    this.saved = latest;
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
    latest = workbench.profiles();
    background.run(this::write, trouble, fault -> trouble.accept(Optional.of(fault.sentence(texts))));
  }

  /** Saves what is not saved, now, on this thread: for the way out. */
  public Optional<String> flush() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    latest = workbench.profiles();
    try {
      return write();
    } catch (RuntimeException e) {
      return Optional.of(Fault.of(e).sentence(texts));
    }
  }

  /** Writes the latest, so that a save that was held up cannot bring back what is older. */
  private synchronized Optional<String> write() {
    List<Profile> profiles = latest;
    if (profiles.equals(saved)) {
      return Optional.empty();
    }
    try {
      store.save(profiles);
      saved = profiles;
      return Optional.empty();
    } catch (StorageException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}

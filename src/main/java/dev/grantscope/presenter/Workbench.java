package dev.grantscope.presenter;

import dev.grantscope.core.profile.FieldProblem;
import dev.grantscope.core.profile.LastOutcome;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.profile.Settings;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Exchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The one place that holds what changes: the profiles, the one that is chosen, what is wrong with its form, and the results.
 *
 * <p>There is always a chosen profile. Used on the UI thread only; each listener hears of a change after it is made. Only {@link #profiles()}
 * and {@link #settings()} may be asked on any thread: the session may end in the middle of a change.
 */
public final class Workbench {
  private static final Result NOT_RUN = new Result.None();

  private final List<WorkbenchListener> listeners = new ArrayList<>();
  private final Map<UUID, Result> results = new HashMap<>();
  /** Never changed, only replaced as a whole. */
  private volatile List<Profile> profiles;

  private volatile Profile settings;
  private UUID selected;
  private List<FieldProblem> problems = List.of();
  private boolean busy;
  private @Nullable Inspected inspected;

  /** Begins with these profiles, of which there must be one at least, and these settings. */
  public Workbench(List<Profile> profiles, Optional<UUID> selected, Settings settings) {
    this.profiles = List.copyOf(profiles);
    this.settings = settings.asProfile();
    this.selected =
        selected.filter(id -> find(id).isPresent()).orElseGet(() -> profiles.getFirst().id());
  }

  public void addListener(WorkbenchListener listener) {
    listeners.add(listener);
  }

  /** As they stand at this moment; the list does not change. */
  public List<Profile> profiles() {
    return profiles;
  }

  /** The chosen profile, with its form as it stands. */
  public Profile selected() {
    return find(selected).orElseThrow();
  }

  public ProfileDraft draft() {
    return selected().draft();
  }

  Optional<Profile> find(UUID id) {
    return profiles.stream().filter(profile -> profile.id().equals(id)).findFirst();
  }

  public void select(UUID id) {
    if (!id.equals(selected) && find(id).isPresent()) {
      selected = id;
      problems = List.of();
      inspected = null;
      tell(WorkbenchListener::onSelected);
    }
  }

  /** Changes the form of the chosen profile; a change that changes nothing is none. */
  public void edit(UnaryOperator<ProfileDraft> change) {
    ProfileDraft before = draft();
    ProfileDraft after = change.apply(before);
    if (!after.equals(before)) {
      replace(selected().withDraft(after));
      setProblems(problems.stream().filter(it -> it.stands(before, after)).toList());
      tell(WorkbenchListener::onDraft);
    }
  }

  /** The admin typed into this field, whose text is not in the form: what was wrong there is not said any longer. */
  void typed(FieldProblem.Field field) {
    setProblems(problems.stream().filter(it -> it.field() != field).toList());
  }

  /** The settings, as a profile that stands in no list. */
  public Profile settings() {
    return settings;
  }

  /** Changes anything else about a profile, or about the settings. */
  public void update(UUID id, UnaryOperator<Profile> change) {
    if (id.equals(Settings.ID)) {
      Profile before = settings;
      settings = change.apply(before);
      if (!settings.equals(before)) {
        tell(WorkbenchListener::onSettings);
      }
      return;
    }
    find(id)
        .ifPresent(
            before -> {
              Profile after = change.apply(before);
              if (!after.equals(before)) {
                replace(after);
                tell(WorkbenchListener::onProfiles);
              }
            });
  }

  /** Puts a profile into the list at this place and chooses it. */
  public void insert(int index, Profile profile) {
    change(all -> all.add(Math.clamp(index, 0, all.size()), profile));
    tell(WorkbenchListener::onProfiles);
    select(profile.id());
  }

  /** Puts a profile behind the last of its group; the admin's own, which have none, stand first. */
  void moveBehindItsGroup(UUID id) {
    Profile profile = find(id).orElseThrow();
    change(
        all -> {
          all.remove(profile);
          int behind = profile.group().isEmpty() ? 0 : all.size();
          for (int i = 0; i < all.size(); i++) {
            behind = all.get(i).group().equals(profile.group()) ? i + 1 : behind;
          }
          all.add(behind, profile);
        });
    tell(WorkbenchListener::onProfiles);
  }

  /** Takes a profile out of the list and chooses its neighbour. The last one stays. */
  boolean remove(UUID id) {
    int index = indexOf(id);
    if (index < 0 || profiles.size() == 1) {
      return false;
    }
    change(all -> all.remove(index));
    inspected = null;
    if (id.equals(selected)) {
      selected = profiles.get(Math.min(index, profiles.size() - 1)).id();
      problems = List.of();
      tell(WorkbenchListener::onProfiles);
      tell(WorkbenchListener::onSelected);
    } else {
      tell(WorkbenchListener::onProfiles);
    }
    return true;
  }

  int indexOf(UUID id) {
    return profiles.stream().map(Profile::id).toList().indexOf(id);
  }

  List<FieldProblem> problems() {
    return problems;
  }

  void setProblems(List<FieldProblem> found) {
    if (!found.equals(problems)) {
      problems = List.copyOf(found);
      tell(WorkbenchListener::onProblems);
    }
  }

  /** What the chosen profile's last run came to in this window. */
  Result result() {
    return results.getOrDefault(selected, NOT_RUN);
  }

  /** Whether this very result is still the last of a profile, so that what belongs to it may replace it. */
  @SuppressWarnings("ReferenceEquality") // Another run with the same bytes is another run.
  boolean isStill(UUID id, Result result) {
    return results.getOrDefault(id, NOT_RUN) == result;
  }

  /** Keeps the result of a profile, and its sign in the list where it has one. */
  void finish(UUID id, Result result) {
    results.put(id, result);
    inspected = null;
    if (result instanceof Result.Finished finished) {
      LastOutcome.of(finished.run()).ifPresent(it -> update(id, profile -> profile.withLastOutcome(it)));
    }
    tell(WorkbenchListener::onResult);
  }

  /** Whether something is being sent; one thing at a time. */
  boolean isBusy() {
    return busy;
  }

  void setBusy(boolean now) {
    busy = now;
  }

  /** The exchange that the Request, Response and Timing tabs show: the one that is looked at, else the last run's. */
  Optional<Inspected> inFront() {
    return Optional.ofNullable(inspected)
        .or(
            () ->
                result() instanceof Result.Finished finished
                    ? Optional.of(new Inspected("", finished.run().exchange(), finished.run().secrets()))
                    : Optional.empty());
  }

  /** Shows that of an experiment or of a call; empty for the last run's again. */
  void inspect(Optional<Inspected> what) {
    inspected = what.orElse(null);
    tell(WorkbenchListener::onInspected);
  }

  /**
   * An exchange to look at.
   *
   * @param title what it is called; empty for the last run's
   * @param secrets that may stand in its bytes
   */
  record Inspected(String title, Exchange exchange, List<Secret> secrets) {
    Inspected {
      secrets = List.copyOf(secrets);
    }

    /** The title before the words about it. */
    String lead() {
      return title.isEmpty() ? "" : title + " · ";
    }
  }

  /** Says that a secret of the chosen profile changed, or where it is kept. */
  void secretChanged() {
    tell(WorkbenchListener::onSecret);
  }

  private void replace(Profile profile) {
    int index = indexOf(profile.id());
    change(all -> all.set(index, profile));
  }

  private void change(Consumer<List<Profile>> change) {
    List<Profile> all = new ArrayList<>(profiles);
    change.accept(all);
    profiles = List.copyOf(all);
  }

  private void tell(Consumer<WorkbenchListener> news) {
    List.copyOf(listeners).forEach(news);
  }
}

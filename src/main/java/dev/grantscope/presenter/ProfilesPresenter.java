package dev.grantscope.presenter;

import dev.grantscope.core.profile.LastOutcome;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.provider.Provider;
import dev.grantscope.core.provider.ProviderCatalog;
import dev.grantscope.core.text.Texts;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The list of profiles: new, rename, duplicate, delete with undo, choose, search. */
public final class ProfilesPresenter implements WorkbenchListener {
  /** Timers are not exact; one that comes early would come twice. */
  private static final Duration A_LITTLE = Duration.ofMillis(50);

  private final View view;
  private final Workbench workbench;
  private final SecretDesk secrets;
  private final ProviderCatalog catalog;
  private final Texts texts;
  private final Ages ages;
  private final Background background;
  private final Supplier<UUID> ids;
  private boolean inSight = true;
  private Background.@Nullable Timer ageing;
  private String search = "";
  private @Nullable Deleted deleted;

  /** What the list can show. */
  public interface View {
    void showProfiles(List<Row> rows, UUID selected);

    /** Offers to bring back what was deleted. */
    void showUndo(String text);

    void hideUndo();

    /** Lets the admin type a name for this profile, in its place. */
    void editName(UUID id);
  }

  /**
   * One row.
   *
   * @param group the heading it stands under
   * @param sign how its last run ended; empty when never run
   * @param when when that was, in a word
   */
  public record Row(UUID id, String name, String group, Optional<LastOutcome.Result> sign, String when) {}

  private record Deleted(Profile profile, int index) {}

  ProfilesPresenter(
      View view,
      Workbench workbench,
      SecretDesk secrets,
      ProviderCatalog catalog,
      Texts texts,
      Ages ages,
      Background background,
      Supplier<UUID> ids) {
    this.view = view;
    this.workbench = workbench;
    this.secrets = secrets;
    this.catalog = catalog;
    this.texts = texts;
    this.ages = ages;
    this.background = background;
    this.ids = ids;
    workbench.addListener(this);
    onProfiles();
  }

  public void onSelect(UUID id) {
    secrets.commit();
    workbench.select(id);
  }

  public void onSearch(String text) {
    search = text;
    onProfiles();
  }

  /** A new profile like the provider in use, but the practice tenant: an admin who makes a new one wants his own. */
  public void onNew(String provider) {
    secrets.commit();
    Profile profile = Profile.blank(ids.get(), freeName(texts.get("profile.new")), draft(provider));
    // Below the admin's own, which stand above the practice tenant's.
    int own = (int) workbench.profiles().stream().takeWhile(it -> it.group().isEmpty()).count();
    workbench.insert(own, profile);
    view.editName(profile.id());
  }

  /** A copy right below, with the same secrets. */
  public void onDuplicate(UUID id) {
    workbench
        .find(id)
        .ifPresent(
            original -> {
              secrets.commit();
              Profile copy = original.copyAs(ids.get(), freeName(original.name()));
              workbench.insert(workbench.indexOf(id) + 1, copy);
              secrets.copy(original, copy);
              view.editName(copy.id());
            });
  }

  public void onRename(UUID id, String name) {
    if (!name.isBlank()) {
      workbench.update(id, profile -> profile.withName(name.strip()));
    }
    onProfiles();
  }

  /** Takes it out of the list; its secret is forgotten only when it can no longer be brought back. */
  public void onDelete(UUID id) {
    Optional<Profile> profile = workbench.find(id);
    int index = workbench.indexOf(id);
    if (profile.isEmpty()) {
      return;
    }
    forgetDeleted();
    if (workbench.profiles().size() == 1) {
      workbench.insert(1, Profile.blank(ids.get(), texts.get("profile.new"), draft("cxone")));
    }
    workbench.remove(id);
    deleted = new Deleted(profile.get(), index);
    view.showUndo(texts.get("profile.deleted", profile.get().name()));
  }

  public void onUndo() {
    if (deleted != null) {
      workbench.insert(deleted.index(), deleted.profile());
      deleted = null;
      view.hideUndo();
    }
  }

  /** Nothing can be brought back from here on: the notice was closed, something else was deleted, or the window closes. */
  public void forgetDeleted() {
    if (deleted != null) {
      secrets.forget(deleted.profile());
      deleted = null;
      view.hideUndo();
    }
  }

  /** An empty form with the provider's first region chosen, where it has a list of them. */
  private ProfileDraft draft(String providerId) {
    Provider provider = catalog.byId(providerId);
    String region = provider.regions().isEmpty() ? "" : provider.regions().getFirst().id();
    return ProfileDraft.blank(providerId).withProvider(providerId, region, provider.tokenUrl(region).orElse(""));
  }

  private String freeName(String wanted) {
    return ProfilePlace.free(wanted, workbench.profiles());
  }

  @Override
  public void onSelected() {
    onProfiles();
  }

  @Override
  public void onProfiles() {
    String wanted = search.strip().toLowerCase(Locale.ROOT);
    view.showProfiles(
        workbench.profiles().stream()
            .filter(profile -> (profile.name() + " " + profile.group()).toLowerCase(Locale.ROOT).contains(wanted))
            .map(this::row)
            .toList(),
        workbench.selected().id());
    age();
  }

  /** The window came into sight, or left it: there nobody reads how long ago a run was. */
  public void onSight(boolean nowInSight) {
    inSight = nowInSight;
    if (inSight) {
      onProfiles();
    } else {
      age();
    }
  }

  /** Shows them anew when the first of the times in the list is due for another word. */
  private void age() {
    if (ageing != null) {
      ageing.cancel();
      ageing = null;
    }
    if (inSight) {
      ageing =
          workbench.profiles().stream()
              .flatMap(profile -> profile.lastOutcome().stream())
              .map(it -> ages.untilNext(it.at()))
              .min(Comparator.naturalOrder())
              .map(it -> background.after(it.plus(A_LITTLE), this::onProfiles))
              .orElse(null);
    }
  }

  private Row row(Profile profile) {
    return new Row(
        profile.id(),
        profile.name(),
        profile.group(),
        profile.lastOutcome().map(LastOutcome::result),
        profile.lastOutcome().map(it -> ages.shown(it.at())).orElse(""));
  }
}

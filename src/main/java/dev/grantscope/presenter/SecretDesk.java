package dev.grantscope.presenter;

import dev.grantscope.core.profile.FieldProblem.Field;
import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.Secrets;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKeeper;
import dev.grantscope.core.secret.SecretKey;
import dev.grantscope.core.secret.SecretKey.Kind;
import dev.grantscope.core.secret.SecretStoreException.Reason;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The secrets of the form: which are in memory, which are in the keyring only, and where each is kept.
 *
 * <p>The keyring is asked off the UI thread, and only when a secret is first needed or kept. Those of the practice tenant guard nothing;
 * they are built in and never go to the keyring.
 */
public final class SecretDesk {
  private static final int LONGEST_NAME = 60;

  private final Workbench workbench;
  private final SecretKeeper keeper;
  private final Background background;
  private final Texts texts;
  private final PracticeSecrets practice;
  private final KeyringQueue keyring;
  private final Map<SecretKey, HeldSecret> held = new HashMap<>();

  /** What is held, and whose it is. */
  private record Owned(Profile owner, SecretKey key, HeldSecret held) {}

  SecretDesk(
      Workbench workbench,
      SecretKeeper keeper,
      List<Practice.Scenario> scenarios,
      Background background,
      Texts texts) {
    this.workbench = workbench;
    this.keeper = keeper;
    this.background = background;
    this.texts = texts;
    this.practice = new PracticeSecrets(scenarios);
    this.keyring = new KeyringQueue(background, workbench::secretChanged);
  }

  /** The secret of the chosen profile, when it is in memory. */
  Optional<Secret> inMemory(Kind kind) {
    return inMemory(workbench.selected(), kind);
  }

  /** The secret of this profile, when it is in memory. */
  Optional<Secret> inMemory(Profile profile, Kind kind) {
    return Optional.ofNullable(held.get(profile.key(kind))).map(HeldSecret::secret).or(() -> practice.of(profile, kind));
  }

  /** Those of the form, as far as they are in memory. */
  Secrets inMemory() {
    return new Secrets(inMemory(Kind.CLIENT_SECRET).orElse(Secret.NONE), inMemory(Kind.PASSWORD).orElse(Secret.NONE));
  }

  /** Whether none of these was replaced since; what is in the keyring only cannot have been. */
  boolean areStill(Secrets then) {
    boolean signs = !then.key().isEmpty();
    return (signs || inMemory(Kind.CLIENT_SECRET).orElse(then.clientSecret()).equals(then.clientSecret()))
        && inMemory(Kind.PASSWORD).orElse(then.password()).equals(then.password());
  }

  /** Whether the secret of the chosen profile is in the keyring and was not needed yet. */
  boolean isOnlyStored(Kind kind) {
    return isOnlyStored(workbench.selected(), kind);
  }

  boolean isOnlyStored(Profile profile, Kind kind) {
    return inMemory(profile, kind).isEmpty() && profile.keptSecrets().contains(kind);
  }

  /** The admin typed or pasted it. It is kept when he leaves the field or runs. */
  void onTyped(Kind kind, Secret secret) {
    onTyped(workbench.selected(), kind, secret);
  }

  void onTyped(Profile profile, Kind kind, Secret secret) {
    HeldSecret now = held.get(profile.key(kind));
    boolean stored = profile.keptSecrets().contains(kind);
    if (secret.isEmpty() && stored && (now == null || now.place().isEmpty())) {
      // What was typed over a stored secret was taken back before it was kept: the stored one is still meant.
      held.remove(profile.key(kind));
      workbench.secretChanged();
    } else if (!inMemory(profile, kind).equals(Optional.of(secret))) {
      held.put(profile.key(kind), HeldSecret.fresh(secret));
      workbench.secretChanged();
    }
    if (profile.id().equals(workbench.selected().id())) {
      workbench.typed(field(kind));
    }
  }

  private static Field field(Kind kind) {
    return switch (kind) {
      case CLIENT_SECRET -> Field.SECRET;
      case PASSWORD -> Field.PASSWORD;
      case PROXY_PASSWORD -> Field.PROXY;
      case CERTIFICATE_PASSPHRASE -> Field.CLIENT_CERTIFICATE;
    };
  }

  /** All that is held of the profiles and the settings and could go to the keyring. */
  private List<Owned> owned(Predicate<HeldSecret> which) {
    return Stream.concat(workbench.profiles().stream(), Stream.of(workbench.settings()))
        .flatMap(
            owner ->
                Stream.of(Kind.values())
                    .filter(kind -> !PracticeSecrets.isFor(owner, kind))
                    .map(owner::key)
                    .flatMap(key -> Optional.ofNullable(held.get(key)).map(it -> new Owned(owner, key, it)).stream()))
        .filter(it -> which.test(it.held()))
        .toList();
  }

  /** Hands over to the keeper what it does not have yet, in the background. */
  void commit() {
    for (Owned it : owned(HeldSecret::dirty)) {
      held.put(it.key(), it.held().handedOver());
      keep(it.owner().id(), it.key(), it.held().secret());
    }
  }

  /**
   * The same on the way out: waits for the keeper, but no longer than this.
   *
   * @return a sentence when a secret could not be handed over in that time
   */
  public Optional<String> commitWithin(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    return owned(held -> held.place().isEmpty()).stream()
        .filter(it -> !keepBefore(end, it))
        .findFirst()
        .map(it -> texts.get("close.secretNotKept", it.owner().name(), keeper.storeName()));
  }

  /**
   * The same when the session ends, in the middle of whatever is typed: what may be half a secret does not take the place of one that is kept.
   *
   * @return a sentence for each that is lost
   */
  List<String> commitNewWithin(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    return owned(held -> held.place().isEmpty() && !held.secret().isEmpty()).stream()
        .filter(it -> it.owner().keptSecrets().contains(it.key().kind()) || !keepBefore(end, it))
        .map(it -> texts.get("close.secretLost", VisibleText.of(it.owner().name(), LONGEST_NAME), keeper.storeName()))
        .toList();
  }

  /** Whether the keeper took it in time, wherever it keeps it. */
  private boolean keepBefore(long end, Owned it) {
    Optional<SecretKeeper.Place> place = KeyringQueue.askBefore(end, () -> keeper.save(it.key(), it.held().secret()));
    place.ifPresent(at -> onKept(it.owner().id(), it.key(), it.held().secret(), at));
    return place.isPresent();
  }

  private void keep(UUID profile, SecretKey key, Secret secret) {
    keyring.ask(
        () -> keeper.save(key, secret),
        place -> onKept(profile, key, secret, place),
        _ -> onKept(profile, key, secret, new SecretKeeper.Place.InSession(Reason.FAILED)));
  }

  private void onKept(UUID profile, SecretKey key, Secret secret, SecretKeeper.Place place) {
    HeldSecret now = held.get(key);
    if (now != null && now.secret().equals(secret)) {
      held.put(key, now.at(place));
    }
    workbench.update(profile, it -> it.withKeptSecret(key.kind(), place instanceof SecretKeeper.Place.InStore));
    workbench.secretChanged();
  }

  /** Tries the keyring again, for everything that is only in memory. */
  void onRetry() {
    keeper.retry();
    held.replaceAll((_, it) -> it.place().filter(place -> !(place instanceof SecretKeeper.Place.InStore)).isPresent() ? HeldSecret.fresh(it.secret()) : it);
    workbench.secretChanged();
    commit();
  }

  /** Has the secrets of a profile ready, or says in a sentence why not. */
  void load(Profile profile, Consumer<Secrets> ready, Consumer<String> failed) {
    load(
        profile,
        Kind.CLIENT_SECRET,
        client -> load(profile, Kind.PASSWORD, password -> ready.accept(new Secrets(client, password)), failed),
        failed);
  }

  /** Has one secret of a profile ready; {@link Secret#NONE} when there is none. */
  void load(Profile profile, Kind kind, Consumer<Secret> ready, Consumer<String> failed) {
    SecretKey key = profile.key(kind);
    HeldSecret it = held.get(key);
    if (it != null) {
      ready.accept(it.secret());
    } else if (!profile.keptSecrets().contains(kind)) {
      ready.accept(practice.of(profile, kind).orElse(Secret.NONE));
    } else {
      keyring.ask(
          () -> keeper.load(key),
          found -> onFound(profile, key, found, ready, failed),
          fault -> failed.accept(fault.sentence(texts)));
    }
  }

  private void onFound(
      Profile profile, SecretKey key, SecretKeeper.Found found, Consumer<Secret> ready, Consumer<String> failed) {
    switch (found) {
      case SecretKeeper.Found.Present present -> {
        held.putIfAbsent(key, new HeldSecret(present.secret(), false, Optional.of(present.place())));
        workbench.secretChanged();
        ready.accept(present.secret());
      }
      case SecretKeeper.Found.Absent _ -> {
        workbench.update(profile.id(), it -> it.withKeptSecret(key.kind(), false));
        workbench.secretChanged();
        failed.accept(texts.get("secret.gone", keeper.storeName()));
      }
      case SecretKeeper.Found.Failed trouble ->
          failed.accept(texts.of("secret.load", trouble.reason(), keeper.storeName()));
    }
  }

  /** Gives the copy of a profile the same secrets. */
  void copy(Profile from, Profile to) {
    for (Kind kind : Kind.values()) {
      load(
          from,
          kind,
          secret -> {
            if (!secret.isEmpty()) {
              held.put(to.key(kind), HeldSecret.fresh(secret));
              workbench.secretChanged();
              commit();
            }
          },
          _ -> {});
    }
  }

  /** Forgets the secrets of a profile that is gone for good. At once and in one go: it may be the last thing the program does. */
  void forget(Profile profile) {
    List<SecretKey> keys =
        Stream.of(Kind.values())
            .map(profile::key)
            .filter(key -> held.remove(key) != null || profile.keptSecrets().contains(key.kind()))
            .toList();
    if (!keys.isEmpty()) {
      background.run(() -> keys.stream().map(keeper::delete).toList(), _ -> {});
    }
  }

  /** Whether the keyring has been asked and has let us wait for a second. */
  boolean isWaiting() {
    return keyring.isWaiting();
  }

  /** The one line that says where the secret of the chosen profile is. */
  Notice where(Kind kind) {
    return where(workbench.selected(), kind);
  }

  Notice where(Profile profile, Kind kind) {
    if (PracticeSecrets.isFor(profile, kind)) {
      return new Notice(Tone.QUIET, texts.get("secret.practice"));
    }
    if (keyring.isWaiting()) {
      return new Notice(Tone.ATTENTION, texts.get("secret.waiting"));
    }
    HeldSecret it = held.get(profile.key(kind));
    if (it == null && profile.keptSecrets().contains(kind)) {
      return new Notice(Tone.GOOD, texts.get("secret.kept", keeper.storeName()));
    }
    return it == null || it.secret().isEmpty() ? new Notice(Tone.QUIET, texts.get("secret.none")) : it.where(keeper.storeName(), texts);
  }

  /** Whether {@link #onRetry()} could help. */
  boolean canRetry(Kind kind) {
    HeldSecret it = held.get(workbench.selected().key(kind));
    return it != null && it.canRetry();
  }
}

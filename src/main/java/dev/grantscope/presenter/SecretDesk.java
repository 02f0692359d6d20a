package dev.grantscope.presenter;

import dev.grantscope.core.profile.FieldProblem.Field;
import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.Secrets;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKeeper;
import dev.grantscope.core.secret.SecretKey;
import dev.grantscope.core.secret.SecretKey.Kind;
import dev.grantscope.core.secret.SecretStoreException.Reason;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The secrets of the form: which are in memory, which are in the keyring only, and where each is kept.
 *
 * <p>The keyring is asked off the UI thread, and only when a secret is first needed or kept. Those of the practice tenant guard nothing;
 * they are built in and never go to the keyring.
 */
public final class SecretDesk {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Workbench workbench;
  private final SecretKeeper keeper;
  private final Background background;
  private final Texts texts;
  private final Map<SecretKey, Held> held = new HashMap<>();
  private final Map<String, Secret> practiceSecrets = new HashMap<>();
  private final Deque<Runnable> questions = new ArrayDeque<>();
  private boolean asking;
  private boolean waiting;

  /**
   * A secret in memory.
   *
   * @param dirty whether the keeper does not have it yet
   * @param place where it is kept; empty while that is not known
   */
  private record Held(Secret secret, boolean dirty, Optional<SecretKeeper.Place> place) {}

  public SecretDesk(
      Workbench workbench,
      SecretKeeper keeper,
      List<Practice.Scenario> scenarios,
      Background background,
      Texts texts) {
    this.workbench = workbench;
    this.keeper = keeper;
    this.background = background;
    this.texts = texts;
    scenarios.forEach(scenario -> practiceSecrets.put(scenario.id(), scenario.secret()));
  }

  /** The secret of the chosen profile, when it is in memory. */
  public Optional<Secret> inMemory(Kind kind) {
    return inMemory(workbench.selected(), kind);
  }

  /** The secret of this profile, when it is in memory. */
  Optional<Secret> inMemory(Profile profile, Kind kind) {
    Held it = held.get(profile.key(kind));
    return it != null ? Optional.of(it.secret()) : practiceSecret(profile, kind);
  }

  /** Whether none of these was replaced since; what is in the keyring only cannot have been. */
  boolean areStill(Secrets then) {
    boolean signs = !then.key().isEmpty();
    return (signs || inMemory(Kind.CLIENT_SECRET).orElse(then.clientSecret()).equals(then.clientSecret()))
        && inMemory(Kind.PASSWORD).orElse(then.password()).equals(then.password());
  }

  /** Whether the secret of the chosen profile is in the keyring and was not needed yet. */
  public boolean isOnlyStored(Kind kind) {
    return isOnlyStored(workbench.selected(), kind);
  }

  boolean isOnlyStored(Profile profile, Kind kind) {
    return inMemory(profile, kind).isEmpty() && profile.keptSecrets().contains(kind);
  }

  private Optional<Secret> practiceSecret(Profile profile, Kind kind) {
    return isPractice(profile) && kind == Kind.CLIENT_SECRET
        ? Optional.ofNullable(practiceSecrets.get(profile.draft().region()))
        : Optional.empty();
  }

  /** Only while it points at this machine: a secret for anywhere else is a real one. */
  private static boolean isPractice(Profile profile, Kind kind) {
    return kind == Kind.CLIENT_SECRET && isPractice(profile);
  }

  private static boolean isPractice(Profile profile) {
    return profile.draft().provider().equals(Practice.PROVIDER) && profile.draft().tokenUrl().startsWith("http://127.0.0.1");
  }

  /** The admin typed or pasted it. It is kept when he leaves the field or runs. */
  public void onTyped(Kind kind, Secret secret) {
    onTyped(workbench.selected(), kind, secret);
  }

  void onTyped(Profile profile, Kind kind, Secret secret) {
    Held now = held.get(profile.key(kind));
    boolean stored = profile.keptSecrets().contains(kind);
    if (secret.isEmpty() && stored && (now == null || now.place().isEmpty())) {
      // What was typed over a stored secret was taken back before it was kept: the stored one is still meant.
      held.remove(profile.key(kind));
      workbench.secretChanged();
    } else if (!inMemory(profile, kind).equals(Optional.of(secret))) {
      held.put(profile.key(kind), new Held(secret, true, Optional.empty()));
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

  /** All who have secrets: the profiles, and the settings. */
  private List<Profile> owners() {
    List<Profile> owners = new ArrayList<>(workbench.profiles());
    owners.add(workbench.settings());
    return owners;
  }

  /** Hands over to the keeper what it does not have yet, in the background. */
  public void commit() {
    for (Profile profile : owners()) {
      for (Kind kind : Kind.values()) {
        Held it = held.get(profile.key(kind));
        if (it != null && it.dirty() && !isPractice(profile, kind)) {
          held.put(profile.key(kind), new Held(it.secret(), false, it.place()));
          keep(profile.id(), profile.key(kind), it.secret());
        }
      }
    }
  }

  /**
   * The same on the way out: waits for the keeper, but no longer than this.
   *
   * @return a sentence when a secret could not be handed over in that time
   */
  public Optional<String> commitWithin(Duration limit) {
    Instant end = Instant.now().plus(limit);
    for (Profile profile : owners()) {
      for (Kind kind : Kind.values()) {
        SecretKey key = profile.key(kind);
        Held it = held.get(key);
        if (it != null && it.place().isEmpty() && !isPractice(profile, kind)) {
          Optional<SecretKeeper.Place> place = saveBefore(end, key, it.secret());
          if (place.isEmpty()) {
            return Optional.of(texts.get("close.secretNotKept", profile.name(), keeper.storeName()));
          }
          onKept(profile.id(), key, it.secret(), place.get());
        }
      }
    }
    return Optional.empty();
  }

  private Optional<SecretKeeper.Place> saveBefore(Instant end, SecretKey key, Secret secret) {
    FutureTask<SecretKeeper.Place> saving = new FutureTask<>(() -> keeper.save(key, secret));
    Thread.ofVirtual().start(saving);
    try {
      return Optional.of(saving.get(Math.max(0, Duration.between(Instant.now(), end).toMillis()), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private void keep(UUID profile, SecretKey key, Secret secret) {
    ask(
        () -> keeper.save(key, secret),
        place -> onKept(profile, key, secret, place),
        _ -> onKept(profile, key, secret, new SecretKeeper.Place.InSession(Reason.FAILED)));
  }

  private void onKept(UUID profile, SecretKey key, Secret secret, SecretKeeper.Place place) {
    Held now = held.get(key);
    if (now != null && now.secret().equals(secret)) {
      held.put(key, new Held(secret, now.dirty(), Optional.of(place)));
    }
    workbench.update(profile, it -> it.withKeptSecret(key.kind(), place instanceof SecretKeeper.Place.InStore));
    workbench.secretChanged();
  }

  /** Tries the keyring again, for everything that is only in memory. */
  public void onRetry() {
    keeper.retry();
    held.replaceAll((key, it) -> it.place().isPresent() && !(it.place().get() instanceof SecretKeeper.Place.InStore)
        ? new Held(it.secret(), true, Optional.empty())
        : it);
    workbench.secretChanged();
    commit();
  }

  /** Has the secrets of a profile ready, or says in a sentence why not. */
  public void load(Profile profile, Consumer<Secrets> ready, Consumer<String> failed) {
    load(
        profile,
        Kind.CLIENT_SECRET,
        client -> load(profile, Kind.PASSWORD, password -> ready.accept(new Secrets(client, password)), failed),
        failed);
  }

  /** Has one secret of a profile ready; {@link Secret#NONE} when there is none. */
  public void load(Profile profile, Kind kind, Consumer<Secret> ready, Consumer<String> failed) {
    SecretKey key = profile.key(kind);
    Held it = held.get(key);
    if (it != null) {
      ready.accept(it.secret());
    } else if (!profile.keptSecrets().contains(kind)) {
      ready.accept(practiceSecret(profile, kind).orElse(Secret.NONE));
    } else {
      ask(
          () -> keeper.load(key),
          found -> onFound(profile, key, found, ready, failed),
          fault -> failed.accept(fault.sentence(texts)));
    }
  }

  private void onFound(
      Profile profile, SecretKey key, SecretKeeper.Found found, Consumer<Secret> ready, Consumer<String> failed) {
    switch (found) {
      case SecretKeeper.Found.Present present -> {
        held.putIfAbsent(key, new Held(present.secret(), false, Optional.of(present.place())));
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
  public void copy(Profile from, Profile to) {
    for (Kind kind : Kind.values()) {
      load(
          from,
          kind,
          secret -> {
            if (!secret.isEmpty()) {
              held.put(to.key(kind), new Held(secret, true, Optional.empty()));
              workbench.secretChanged();
              commit();
            }
          },
          _ -> {});
    }
  }

  /** Forgets the secrets of a profile that is gone for good. At once and in one go: it may be the last thing the program does. */
  public void forget(Profile profile) {
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
  public boolean isWaiting() {
    return waiting;
  }

  /** One question at a time, so that of two saves the later one wins. */
  private <T> void ask(Callable<T> question, Consumer<T> answer, Consumer<Fault> broken) {
    background.after(
        PATIENCE,
        () -> {
          if (asking) {
            waiting = true;
            workbench.secretChanged();
          }
        });
    questions.add(
        () ->
            background.run(
                question, result -> onAnswer(() -> answer.accept(result)), fault -> onAnswer(() -> broken.accept(fault))));
    askNext();
  }

  private void onAnswer(Runnable then) {
    asking = false;
    waiting = waiting && !questions.isEmpty();
    then.run();
    workbench.secretChanged();
    askNext();
  }

  private void askNext() {
    if (!asking && !questions.isEmpty()) {
      asking = true;
      questions.remove().run();
    }
  }

  /** The one line that says where the secret of the chosen profile is. */
  public Notice where(Kind kind) {
    return where(workbench.selected(), kind);
  }

  Notice where(Profile profile, Kind kind) {
    if (isPractice(profile, kind)) {
      return new Notice(Tone.QUIET, texts.get("secret.practice"));
    }
    if (waiting) {
      return new Notice(Tone.ATTENTION, texts.get("secret.waiting"));
    }
    Held it = held.get(profile.key(kind));
    if (it == null || it.secret().isEmpty()) {
      return profile.keptSecrets().contains(kind) && it == null
          ? new Notice(Tone.GOOD, texts.get("secret.kept", keeper.storeName()))
          : new Notice(Tone.QUIET, texts.get("secret.none"));
    }
    return it.place()
        .map(
            place ->
                switch (place) {
                  case SecretKeeper.Place.InStore store -> new Notice(Tone.GOOD, texts.get("secret.kept", store.name()));
                  case SecretKeeper.Place.InSession session ->
                      new Notice(Tone.ATTENTION, texts.of("secret.session", session.reason(), keeper.storeName()));
                  case SecretKeeper.Place.Nowhere _ -> new Notice(Tone.QUIET, texts.get("secret.none"));
                })
        .orElseGet(() -> new Notice(Tone.QUIET, texts.get(it.dirty() ? "secret.notYetKept" : "secret.keeping")));
  }

  /** Whether {@link #onRetry()} could help. */
  public boolean canRetry(Kind kind) {
    Held it = held.get(workbench.selected().key(kind));
    return it != null && it.place().filter(SecretKeeper.Place.InSession.class::isInstance).isPresent();
  }
}

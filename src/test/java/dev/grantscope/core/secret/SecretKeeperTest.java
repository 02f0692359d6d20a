package dev.grantscope.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.secret.SecretKeeper.Found;
import dev.grantscope.core.secret.SecretKeeper.Place;
import dev.grantscope.core.secret.SecretStoreException.Reason;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SecretKeeperTest {
  private static final Place IN_STORE = new Place.InStore("Fake Keyring");

  private final FakeStore store = new FakeStore();
  private final SecretKeeper keeper = new SecretKeeper(store);
  private final SecretKey key = new SecretKey(UUID.randomUUID(), SecretKey.Kind.CLIENT_SECRET);
  private final Secret secret = Secret.of("typed");

  private static final class FakeStore implements SecretStore {
    final Map<SecretKey, Secret> kept = new HashMap<>();
    Optional<Reason> trouble = Optional.empty();
    int asked;

    private void ask() throws SecretStoreException {
      asked++;
      if (trouble.isPresent()) {
        throw new SecretStoreException(trouble.get(), "as the test wants it");
      }
    }

    @Override
    public Optional<Secret> load(SecretKey key) throws SecretStoreException {
      ask();
      return Optional.ofNullable(kept.get(key));
    }

    @Override
    public void save(SecretKey key, Secret secret) throws SecretStoreException {
      ask();
      kept.put(key, secret);
    }

    @Override
    public void delete(SecretKey key) throws SecretStoreException {
      ask();
      kept.remove(key);
    }

    @Override
    public String name() {
      return "Fake Keyring";
    }
  }

  private void fails(Reason reason) {
    store.trouble = Optional.of(reason);
  }

  private void works() {
    store.trouble = Optional.empty();
  }

  @Test
  void keepsInTheStoreAndNothingInMemory() {
    assertThat(keeper.save(key, secret)).isEqualTo(IN_STORE);
    assertThat(keeper.load(key)).isEqualTo(new Found.Present(secret, IN_STORE));

    store.kept.clear();
    assertThat(keeper.load(key)).isEqualTo(new Found.Absent());
  }

  @Test
  void asksNothingUntilItIsAsked() {
    assertThat(keeper.storeName()).isEqualTo("Fake Keyring");
    keeper.retry();
    assertThat(store.asked).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void keepsInMemoryWithTheReasonWhenTheStoreFails(Reason reason) {
    fails(reason);
    assertThat(keeper.save(key, secret)).isEqualTo(new Place.InSession(reason));
    assertThat(keeper.load(key)).isEqualTo(new Found.Present(secret, new Place.InSession(reason)));
    assertThat(store.kept).isEmpty();
  }

  @Test
  void prefersTheNewerSecretInMemoryToTheOneInTheStore() {
    keeper.save(key, Secret.of("old"));
    fails(Reason.FAILED);
    keeper.save(key, secret);
    works();

    assertThat(keeper.load(key)).isEqualTo(new Found.Present(secret, new Place.InSession(Reason.FAILED)));
  }

  @ParameterizedTest
  @EnumSource(names = {"UNAVAILABLE", "LOCKED_OR_TIMED_OUT"})
  void leavesAStoreAloneThatIsMissingOrDoesNotAnswer(Reason reason) {
    fails(reason);
    assertThat(keeper.load(key)).isEqualTo(new Found.Failed(reason));
    works();

    assertThat(keeper.load(key)).isEqualTo(new Found.Failed(reason));
    assertThat(keeper.save(key, secret)).isEqualTo(new Place.InSession(reason));
    assertThat(keeper.delete(key)).contains(reason);
    assertThat(store.asked).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"UNAVAILABLE", "LOCKED_OR_TIMED_OUT"}, mode = EnumSource.Mode.EXCLUDE)
  void asksAgainAfterWhatConcernsOneSecretOnly(Reason reason) {
    fails(reason);
    keeper.save(key, secret);
    works();

    assertThat(keeper.save(key, secret)).isEqualTo(IN_STORE);
    assertThat(store.kept).containsEntry(key, secret);
  }

  @Test
  void movesWhatIsInMemoryToTheStoreAfterARetry() {
    fails(Reason.LOCKED_OR_TIMED_OUT);
    keeper.save(key, secret);
    works();
    keeper.retry();

    assertThat(keeper.load(key)).isEqualTo(new Found.Present(secret, IN_STORE));
    assertThat(store.kept).containsEntry(key, secret);
  }

  @Test
  void keepsItInMemoryWhenTheRetryFailsToo() {
    fails(Reason.LOCKED_OR_TIMED_OUT);
    keeper.save(key, secret);
    fails(Reason.UNAVAILABLE);
    keeper.retry();

    assertThat(keeper.load(key)).isEqualTo(new Found.Present(secret, new Place.InSession(Reason.UNAVAILABLE)));
    assertThat(keeper.load(key)).isEqualTo(new Found.Present(secret, new Place.InSession(Reason.UNAVAILABLE)));
    assertThat(store.asked).isEqualTo(2);
  }

  @Test
  void forgetsHereAndThere() {
    keeper.save(key, secret);
    assertThat(keeper.delete(key)).isEmpty();

    assertThat(store.kept).isEmpty();
    assertThat(keeper.load(key)).isEqualTo(new Found.Absent());
  }

  @Test
  void forgetsForAnEmptySecret() {
    keeper.save(key, secret);

    assertThat(keeper.save(key, Secret.NONE)).isEqualTo(new Place.Nowhere());
    assertThat(store.kept).isEmpty();
  }

  @Test
  void doesNotBringBackWhatTheStoreCouldNotBeToldToForget() {
    keeper.save(key, secret);
    fails(Reason.FAILED);
    assertThat(keeper.delete(key)).contains(Reason.FAILED);
    works();

    assertThat(keeper.load(key)).isEqualTo(new Found.Absent());
    keeper.retry();
    assertThat(keeper.load(key)).isEqualTo(new Found.Absent());
    assertThat(store.kept).isEmpty();
  }

  @Test
  void printsNoSecret() {
    assertThat(new Found.Present(secret, IN_STORE).toString()).doesNotContain("typed");
  }
}

package dev.grantscope.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.Practice.Scenario;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.secret.Secret;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A profile whose provider was changed is found where its like are, and is not called after what it no longer is. */
class ProfilePlaceTest {
  private static final List<Scenario> LESSONS = List.of(lesson(11, "granted", "Granted as asked"), lesson(12, "slow", "Slow"));

  private final Desk desk =
      new Desk(
          List.of(Desk.profile(Desk.FIRST, "Mine"), LESSONS.getFirst().profile(), LESSONS.getLast().profile()), LESSONS);

  private static Scenario lesson(long id, String region, String name) {
    ProfileDraft draft =
        ProfileDraft.blank(Practice.PROVIDER).withProvider(Practice.PROVIDER, region, "http://127.0.0.1:1/" + region + "/token");
    Profile profile = Profile.blank(new UUID(0, id), name, draft).withGroup("Practice tenant");
    return new Scenario(region, profile, Secret.of("practice-secret"), "A lesson", List.of());
  }

  private List<String> list() {
    return desk.workbench.profiles().stream().map(it -> it.group() + "/" + it.name()).toList();
  }

  @Test
  void aLessonThatIsPointedAtAnotherProviderIsTheAdminsOwn() {
    desk.workbench.select(new UUID(0, 12));
    desk.form.region().onProvider("genesys");
    assertThat(list()).containsExactly("/Mine", "/Genesys Cloud", "Practice tenant/Granted as asked");
    assertThat(desk.workbench.selected().id()).isEqualTo(new UUID(0, 12));

    desk.form.region().onProvider(Practice.PROVIDER);
    assertThat(list()).containsExactly("/Mine", "Practice tenant/Granted as asked", "Practice tenant/Granted as asked 2");
  }

  @Test
  void aNameThatTheAdminGaveStays() {
    desk.workbench.select(new UUID(0, 11));
    desk.presenters.profiles().onRename(new UUID(0, 11), "Stats EU");
    desk.form.region().onProvider("cxone");
    assertThat(list()).containsExactly("/Mine", "/Stats EU", "Practice tenant/Slow");
  }

  @Test
  void aLessonThatBecomesAnotherIsCalledSo() {
    desk.presenters.profiles().onNew("oauth");
    desk.form.region().onProvider(Practice.PROVIDER);
    assertThat(list()).containsExactly("/Mine", "Practice tenant/Granted as asked", "Practice tenant/Slow", "Practice tenant/Granted as asked 2");
    desk.form.region().onRegion("slow");
    assertThat(list()).contains("Practice tenant/Slow 2");
  }

  @Test
  void betweenTheAdminsOwnProvidersNothingIsRenamed() {
    desk.presenters.profiles().onNew("oauth");
    desk.form.region().onProvider("cxone");
    assertThat(list()).contains("/New profile");
  }
}

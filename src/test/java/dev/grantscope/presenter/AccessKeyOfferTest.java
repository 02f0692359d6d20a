package dev.grantscope.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.grant.GrantType;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey.Kind;
import org.junit.jupiter.api.Test;

/** The documented grant of CXone with one click, and back. */
class AccessKeyOfferTest {
  private static final String KEY = "KEYIDKEYIDKEYIDKEYIDKEYIDKEYIDKEYIDKEYIDKEYID234567====";

  private final Desk desk = new Desk();

  @Test
  void isOfferedWhereNiceDocumentsIt() {
    assertThat(desk.screen.accessKey).isEmpty();
    desk.form.region().onProvider("genesys");
    assertThat(desk.screen.accessKey).isEmpty();
    desk.form.region().onProvider("cxone");
    assertThat(desk.screen.accessKey).hasValueSatisfying(it -> assertThat(it).isEqualTo("Use an access key, as NICE documents"));
    desk.presenters.options().onGrantType("password");
    assertThat(desk.screen.accessKey).isEmpty();
  }

  @Test
  void oneClickChangesTheGrantAndAsksForTheKeyAndCanBeUndone() {
    desk.typeSecret("client-secret");
    desk.form.region().onProvider("cxone");
    desk.form.region().onAccessKey();

    assertThat(desk.workbench.draft().grantType()).isEqualTo(GrantType.PASSWORD);
    assertThat(desk.workbench.draft().clientId()).isEqualTo("client");
    assertThat(desk.screen.optionsOpened).isEqualTo(1);
    assertThat(desk.screen.ownerVisible).isTrue();
    desk.form.region().onUndo();
    assertThat(desk.workbench.draft().grantType()).isEqualTo(GrantType.CLIENT_CREDENTIALS);
  }

  @Test
  void anAccessKeyInTheClientsPlaceGoesToItsOwnAndBack() {
    desk.form.credentials().onClientId(KEY);
    desk.typeSecret("canary-key-secret");
    assertThat(desk.screen.accessKey).hasValueSatisfying(it -> assertThat(it).isEqualTo("Use it as the access key it looks like"));

    desk.form.region().onAccessKey();

    assertThat(desk.workbench.draft().username()).isEqualTo(KEY);
    assertThat(desk.workbench.draft().clientId()).isEmpty();
    assertThat(desk.form.secrets().inMemory(Kind.PASSWORD)).contains(Secret.of("canary-key-secret"));
    assertThat(desk.form.secrets().inMemory(Kind.CLIENT_SECRET).orElse(Secret.NONE)).isEqualTo(Secret.NONE);

    desk.form.region().onUndo();

    assertThat(desk.workbench.draft().clientId()).isEqualTo(KEY);
    assertThat(desk.workbench.draft().username()).isEmpty();
    assertThat(desk.form.secrets().inMemory(Kind.CLIENT_SECRET)).contains(Secret.of("canary-key-secret"));
    assertThat(desk.form.secrets().inMemory(Kind.PASSWORD).orElse(Secret.NONE)).isEqualTo(Secret.NONE);
  }
}

package dev.grantscope.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Route;
import dev.grantscope.core.wire.WireProxy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WirePresenterTest {
  private final Desk desk = new Desk();

  @BeforeEach
  void aSecret() {
    desk.typeSecret("s3cret-canary");
  }

  @Test
  void whatTheProxyWasToldIsRedactedWhereverItIsSaidBack() {
    WireProxy proxy = new WireProxy("p.example", 3128, Secret.NONE).withBasic("me", Secret.of("pr0xy-pw"));
    desk.wire.seen = it -> through(it, proxy);
    desk.wire.status = 400;
    desk.wire.body = "{\"error\":\"invalid_request\",\"error_description\":\"me with pr0xy-pw may not\"}";

    desk.run();

    assertThat(desk.screen.response.text).contains("me with ‹redacted› may not");
    assertThat(desk.screen.everything()).doesNotContain("pr0xy-pw");
  }

  @Test
  void hiddenSecretsAreGoneAtOnceNotWhenTheNewTextIsMade() {
    desk.run();
    desk.presenters.response().onReveal(true);
    desk.background.work();
    assertThat(desk.screen.response.text).contains("tok-canary-1");

    desk.presenters.response().onReveal(false);
    assertThat(desk.screen.response.text).isEmpty();

    desk.background.work();
    assertThat(desk.screen.response.text).contains("access_token").doesNotContain("tok-canary-1");
  }

  @Test
  void anotherResultTakesTheBytesOfTheOldOneAway() {
    desk.run();
    assertThat(desk.screen.request.text).isNotEmpty();

    Exchange other = ((Result.Finished) desk.workbench.result()).run().exchange();
    desk.workbench.inspect(Optional.of(new Workbench.Inspected("Call 1", other, List.of())));

    assertThat(desk.screen.request.text).isEmpty();
    desk.background.work();
    assertThat(desk.screen.request.text).startsWith("POST /token");
    assertThat(desk.screen.request.info).startsWith("Call 1");
  }

  @Test
  void aPartThatMayHoldASecretIsCopiedAsOne() {
    desk.run();
    desk.presenters.response().onCopySelection("redacted");
    desk.presenters.response().onReveal(true);
    desk.presenters.response().onCopySelection("still redacted");
    desk.background.work();
    desk.presenters.response().onCopySelection("clear");
    desk.presenters.response().onReveal(false);
    desk.presenters.response().onCopySelection("clear until it is made");

    assertThat(desk.clipboard)
        .containsExactly("redacted", "still redacted", "SECRET:clear", "SECRET:clear until it is made");
  }

  @Test
  void aTextThatCannotBeMadeIsSaidAndNothingOldStays() {
    desk.run();
    desk.background.breakNext(new IllegalStateException("canary"));

    desk.presenters.response().onPretty(false);
    desk.background.work();

    assertThat(desk.screen.response.text).isEmpty();
    assertThat(desk.screen.response.empty).contains("IllegalStateException").doesNotContain("canary");
  }

  private static Exchange through(Exchange it, WireProxy proxy) {
    return new Exchange(
        it.request(),
        it.startedAt(),
        it.sent(),
        it.received(),
        it.response(),
        it.failure(),
        it.phases(),
        it.attempts(),
        it.tls(),
        it.proxyHop(),
        Route.through(proxy, Route.Why.NAMED, ""));
  }
}

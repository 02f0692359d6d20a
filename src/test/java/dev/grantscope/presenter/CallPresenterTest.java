package dev.grantscope.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.profile.ApiUse;
import dev.grantscope.core.profile.ProfileDraft.Entry;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.Header;
import dev.grantscope.core.wire.WireRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallPresenterTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String API = "https://auth.example/api/things";

  private final Desk desk = new Desk();

  @BeforeEach
  void granted() {
    desk.typeSecret("canary-secret");
    desk.wire.startedAt = NOW;
    desk.run();
  }

  private CallPresenter presenter() {
    return desk.presenters.call();
  }

  private CallPresenter.Form form() {
    return Objects.requireNonNull(desk.screen.callForm);
  }

  private void call(String url) {
    presenter().onUrl(url);
    presenter().onCall();
    desk.background.work();
  }

  private WireRequest last() {
    return desk.wire.sent.getLast();
  }

  @Test
  void aCallCarriesTheTokenAndItsAnswerIsKeptInTheTable() {
    desk.wire.bodies.put("/api/things", "{\"echo\":\"tok-canary-1 canary-secret\"}");
    call(API);
    assertThat(last().headers()).anyMatch(it -> it.is("Authorization") && it.value().equals("Bearer tok-canary-1"));
    assertThat(desk.screen.callRows).hasSize(1);
    assertThat(desk.screen.callRows.getFirst().answer()).isEqualTo("200, answered");
    assertThat(desk.workbench.selected().api().calls()).containsExactly(new ApiUse.Call("GET", API));
    presenter().onOpenRow(0);
    desk.background.work();
    assertThat(desk.screen.callExchanges).isEqualTo(1);
    assertThat(desk.screen.response.text).contains("echo").doesNotContain("canary");
    assertThat(desk.screen.request.text).contains("Bearer ‹redacted›");
  }

  @Test
  void fourOhOneAndFourOhThreeAreToldApart() {
    desk.wire.statuses.put("/api/things", 401);
    call(API);
    assertThat(desk.screen.callRows.getFirst().meaning()).startsWith("The API did not accept the token itself.");
    desk.wire.statuses.put("/api/things", 403);
    call(API);
    assertThat(desk.screen.callRows).hasSize(1);
    assertThat(desk.screen.callRows.getFirst().meaning()).startsWith("Refused with 403. Often");
    assertThat(desk.screen.callRows.getFirst().tone()).isEqualTo(Tone.BAD);
  }

  @Test
  void theWordsOfAnAnswerAreMadeOnceAndNotAgainWhileTyping() {
    desk.wire.statuses.put("/api/things", 403);
    desk.wire.headers = List.of(new Header("WWW-Authenticate", "Bearer error=\"invalid_request\", error_description=\"no\""));
    call(API);
    CallPresenter.Row before = desk.screen.callRows.getFirst();
    assertThat(before.meaning()).startsWith("The server says: invalid_request: no.");
    desk.workbench.edit(draft -> draft.withScope("other"));
    CallPresenter.Row after = desk.screen.callRows.getFirst();
    assertThat(after.meaning()).isSameAs(before.meaning());
    assertThat(after.answer()).isSameAs(before.answer());
  }

  @Test
  void aQuestionAboutACallThatWasChangedSinceIsGone() {
    int before = desk.wire.sent.size();
    call("https://api.other.example/x");
    presenter().onUrl("https://api.other.example/changed");
    assertThat(desk.screen.callQuestion).isEmpty();
    presenter().onYes();
    desk.background.work();
    assertThat(desk.wire.sent).hasSize(before);
  }

  @Test
  void aNewHostAsksOnceAndIsNotAHostForTheSecret() {
    int before = desk.wire.sent.size();
    call("https://api.other.example/x");
    assertThat(desk.wire.sent).hasSize(before);
    assertThat(desk.screen.callQuestion).contains("Send the token to api.other.example?");
    presenter().onNo();
    assertThat(desk.screen.callQuestion).isEmpty();
    presenter().onCall();
    presenter().onYes();
    desk.background.work();
    assertThat(last().endpoint().host()).isEqualTo("api.other.example");
    assertThat(desk.workbench.selected().allowedHosts()).doesNotContain("api.other.example");
    call("https://api.other.example/y");
    assertThat(last().target()).isEqualTo("/y");
  }

  @Test
  void withoutATokenOrWithAUrlThatATokenMayNotGoToNothingCanBeCalled() {
    presenter().onUrl("http://api.example/");
    assertThat(form().canCall()).isFalse();
    presenter().onUrl(API);
    assertThat(form().canCall()).isTrue();
    desk.workbench.select(Desk.SECOND);
    presenter().onUrl(API);
    assertThat(form().canCall()).isFalse();
    assertThat(form().about().text()).isEqualTo("Press Run for a token first.");
    presenter().onCall();
    desk.background.work();
    assertThat(desk.wire.sent).hasSize(1);
  }

  @Test
  void anExpiredTokenIsFetchedAgainAndThatIsSaid() {
    desk.wire.startedAt = NOW.minusSeconds(7200);
    desk.run();
    desk.wire.startedAt = NOW;
    int before = desk.wire.sent.size();
    call(API);
    assertThat(desk.wire.sent).hasSize(before + 2);
    assertThat(desk.wire.sent.get(before).target()).isEqualTo("/token");
    assertThat(form().about().text()).startsWith("The token had expired");
    assertThat(desk.screen.callRows.getFirst().answer()).isEqualTo("200, answered");
  }

  @Test
  void aNewTokenHasCalledNothingYetAndAllCanBeCalledAtOnce() {
    call(API);
    call("https://auth.example/api/other");
    desk.run();
    assertThat(desk.screen.callRows).extracting(CallPresenter.Row::answer).containsOnly("not called yet");
    presenter().onCallAll();
    desk.background.work();
    assertThat(desk.screen.callRows).extracting(CallPresenter.Row::answer).containsOnly("200, answered");
    presenter().onRemove(0);
    assertThat(desk.screen.callRows).hasSize(1);
  }

  @Test
  void headersAndBodyGoAlongAndAreNotKept() {
    presenter().onMethod("POST");
    presenter().onHeaders(List.of(new Entry("X-Region", "eu"), new Entry("", "")));
    presenter().onBody("{\"a\":1}");
    call(API);
    assertThat(last().method()).isEqualTo("POST");
    assertThat(last().headers()).anyMatch(it -> it.is("X-Region"));
    assertThat(last().body().asText()).isEqualTo("{\"a\":1}");
    presenter().onHeaders(List.of(new Entry("Authorization", "x")));
    assertThat(form().canCall()).isFalse();
    assertThat(form().headers().getFirst().problem()).isPresent();
  }

  @Test
  void cancelEndsItAtOnce() {
    presenter().onUrl(API);
    presenter().onCall();
    assertThat(desk.screen.running).isTrue();
    desk.presenters.cancel();
    desk.background.work();
    assertThat(desk.screen.running).isFalse();
    assertThat(desk.screen.callRows.getFirst().answer()).isEqualTo("not called yet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tok\\ncanary", "tok-canary-\u00E9", "tok\\u0000canary"})
  void aTokenThatNoHeaderCanCarryIsNotSentAndThatIsSaid(String token) {
    desk.wire.body = "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}";
    desk.run();
    int before = desk.wire.sent.size();
    call(API);
    assertThat(desk.wire.sent).hasSize(before);
    assertThat(desk.screen.running).isFalse();
    assertThat(desk.screen.callRows.getFirst().answer()).isEqualTo("not sent");
    assertThat(desk.screen.callRows.getFirst().meaning()).startsWith("Nothing was sent: the token has").doesNotContain("canary");
    presenter().onOpenRow(0);
    desk.background.work();
    assertThat(desk.screen.request.text + desk.screen.response.text).doesNotContain("canary");
  }

  @Test
  void aFaultOfTheProgramEndsTheCallAndIsSaidWithoutItsMessage() {
    desk.wire.meanwhile =
        () -> {
          throw new IllegalStateException("canary-secret");
        };
    call(API);
    assertThat(desk.screen.running).isFalse();
    assertThat(desk.workbench.isBusy()).isFalse();
    assertThat(desk.screen.phases).startsWith("A fault of this program ended it: IllegalStateException at CallPresenterTest").doesNotContain("canary");
  }

  @Test
  void aUrlThatHoldsASecretIsCalledButNotKept() {
    call("https://auth.example/api/things?key=canary-secret&t=tok-canary-1");
    assertThat(last().target()).contains("canary-secret");
    assertThat(desk.workbench.selected().api().calls()).isEmpty();
    assertThat(desk.screen.callRows).hasSize(1);
    assertThat(desk.screen.callRows.getFirst().answer()).isEqualTo("200, answered");
    assertThat(desk.screen.callRows.toString()).doesNotContain("canary");
    call(API);
    assertThat(desk.workbench.selected().api().calls()).containsExactly(new ApiUse.Call("GET", API));
    presenter().onRemove(1);
    assertThat(desk.screen.callRows).extracting(CallPresenter.Row::url).containsExactly(API);
  }

  @Test
  void callAllOnlyReads() {
    for (String method : List.of("GET", "POST", "DELETE", "HEAD")) {
      presenter().onMethod(method);
      call(API);
    }
    int before = desk.wire.sent.size();
    presenter().onCallAll();
    desk.background.work();
    assertThat(desk.wire.sent.subList(before, desk.wire.sent.size())).extracting(WireRequest::method).containsExactly("GET", "HEAD");
  }

  @Test
  void whatCallAllLeavesOutSaysSo() {
    for (String method : List.of("GET", "POST")) {
      presenter().onMethod(method);
      call(API);
    }
    assertThat(meaning(1)).as("nothing was left out yet").doesNotContain("Call all");
    desk.run();
    presenter().onCallAll();
    desk.background.work();
    assertThat(desk.screen.callRows).extracting(CallPresenter.Row::answer).containsExactly("200, answered", "not called yet");
    assertThat(meaning(0)).doesNotContain("Call all");
    assertThat(meaning(1)).isEqualTo("Call all leaves out POST, which may change something. Call it by itself, with its body.");

    presenter().onMethod("POST");
    call(API);
    assertThat(meaning(1)).doesNotContain("Call all");
    presenter().onCallAll();
    desk.background.work();
    assertThat(meaning(1)).as("its answer is of before").startsWith("Call all leaves out POST").contains("The API answered the call");
  }

  @Test
  void whereCallAllLeavesOutAllItSaysSoToo() {
    presenter().onMethod("DELETE");
    call(API);
    desk.run();
    int before = desk.wire.sent.size();
    presenter().onCallAll();
    desk.background.work();
    assertThat(desk.wire.sent).hasSize(before);
    assertThat(meaning(0)).startsWith("Call all leaves out DELETE");
  }

  private String meaning(int row) {
    return desk.screen.callRows.get(row).meaning();
  }

  @Test
  void suggestionsSayHowWellTheyAreAttested() {
    desk.workbench.edit(
        draft -> draft.withProvider("cxone-organisation", "org", "https://org.api.nice.incontact.com/oauth2/token"));
    assertThat(form().url()).isEqualTo("https://org.api.nice.incontact.com/api/v2/analytics/queues/summary");
    assertThat(form().about().text()).contains("Reported by users");
    desk.workbench.edit(draft -> draft.withProvider("genesys", "eu-west-1", "https://login.mypurecloud.ie/oauth/token"));
    assertThat(form().url()).isEqualTo("https://api.mypurecloud.ie/api/v2/authorization/roles");
    desk.workbench.edit(draft -> draft.withProvider("cxone", "commercial", "https://cxone.niceincontact.com/auth/token"));
    assertThat(form().canCall()).isFalse();
    assertThat(form().about().text()).contains("Nobody has said yet");
  }

  @Test
  void nothingThatIsShownOrKeptHoldsTheToken() {
    call(API);
    assertThat(desk.screen.callRows.toString() + form() + desk.workbench.selected()).doesNotContain("canary");
    assertThat(new Header("a", "tok-canary-1").toString()).doesNotContain("canary");
  }
}

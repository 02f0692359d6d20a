package dev.grantscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.adapter.files.JsonProfileStore;
import dev.grantscope.adapter.wire.RawServer;
import dev.grantscope.core.profile.LastOutcome;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.fixture.SpringServer;
import dev.grantscope.presenter.CausePresenter;
import dev.grantscope.ui.control.WireView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The window itself, by keyboard and mouse, against the practice tenant and raw servers over real sockets. */
@ExtendWith(ApplicationExtension.class)
class WindowTest {
  private static final String CANARY = "canary-9f3c+&%";

  private final Path home;
  private OpenWindow open;

  WindowTest(@TempDir Path home) throws TimeoutException {
    this.home = home;
    FxToolkit.registerPrimaryStage();
    open = window();
    until(() -> scene().getWindow().isFocused());
    untilFocusIsOn("profiles");
  }

  private OpenWindow window() throws TimeoutException {
    return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> new OpenWindow(new Stage(), home));
  }

  @AfterEach
  void close() throws IOException {
    List<String> unused = unusedStyles();
    WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          assertThat(styleClasses()).as("what the package's theme has no rules for").doesNotContainAnyElementsOf(unused);
          scene().getWindow().hide();
          // Or a save that is still to come writes into a folder that is being deleted.
          assertThat(open.flush()).isEmpty();
        });
    open.close();
  }

  private static List<String> unusedStyles() throws IOException {
    return Files.readAllLines(Path.of("packaging", "unused-styles.txt")).stream().filter(line -> !line.startsWith("#")).toList();
  }

  private static Set<String> styleClasses() {
    return Window.getWindows().stream()
        .flatMap(window -> window.getScene().getRoot().lookupAll("*").stream())
        .flatMap(node -> node.getStyleClass().stream())
        .collect(Collectors.toSet());
  }

  private Scene scene() {
    return open.window.getScene();
  }

  private <T extends Node> T find(String id, Class<T> type) {
    return type.cast(scene().lookup("#" + id));
  }

  private String text(String id) {
    return find(id, Labeled.class).getText();
  }

  private static void until(BooleanSupplier condition) {
    try {
      // Between two looks the toolkit gets a pulse: what is laid out anew is not there before one.
      WaitForAsyncUtils.waitFor(
          20,
          TimeUnit.SECONDS,
          () -> {
            WaitForAsyncUtils.waitForFxEvents(2);
            return WaitForAsyncUtils.waitForAsyncFx(5_000, condition::getAsBoolean);
          });
    } catch (TimeoutException e) {
      throw new AssertionError("It did not happen within 20 s", e);
    }
  }

  private void untilTitle(String start) {
    until(() -> text("banner-title").startsWith(start));
  }

  private void untilFocusIsOn(String id) {
    until(() -> scene().getFocusOwner() != null && id.equals(scene().getFocusOwner().getId()));
  }

  private String allText() {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () ->
            scene().getRoot().lookupAll("*").stream()
                .filter(node -> !(node instanceof PasswordField))
                .map(
                    node ->
                        node.getAccessibleText()
                            + " "
                            + (node instanceof Labeled labeled ? labeled.getText() + tooltip(labeled) : "")
                            + (node instanceof javafx.scene.text.Text drawn ? drawn.getText() : "")
                            + (node instanceof TextInputControl input ? input.getText() : ""))
                .collect(Collectors.joining("\n")));
  }

  private void untilShown(String... texts) {
    until(
        () -> {
          String all = allText();
          return Stream.of(texts).allMatch(all::contains);
        });
  }

  private static String tooltip(Labeled labeled) {
    return labeled.getTooltip() == null ? "" : labeled.getTooltip().getText();
  }

  /** Brings the tab of the result with this id to the front. */
  private void select(String tab) {
    TabPane tabs = find("tabs", TabPane.class);
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () ->
            tabs.getSelectionModel()
                .select(tabs.getTabs().stream().filter(it -> tab.equals(it.getId())).findFirst().orElseThrow()));
  }

  /** A key where the keyboard is. The headless platform's own robot loses a modifier now and then when the machine is busy. */
  private void press(KeyCode code, boolean control) {
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          Node at = scene().getFocusOwner() == null ? open.window : scene().getFocusOwner();
          at.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
          at.fireEvent(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, control, false, false));
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void newProfile(FxRobot robot, RawServer server) {
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          open.workbench.insert(
              0,
              Profile.blank(
                  UUID.randomUUID(),
                  "Mine",
                  ProfileDraft.blank("oauth")
                      .withClientId("me")
                      .withScope("a")
                      .withTokenUrl("http://127.0.0.1:" + server.port() + "/token")));
          PasswordField secret = find("client-secret", PasswordField.class);
          secret.requestFocus();
          secret.setText(CANARY);
        });
    robot.interrupt();
  }

  @Test
  void theFirstPictureIsTheFormAlone() throws TimeoutException {
    OpenWindow second =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000,
            () -> {
              OpenWindow opened = new OpenWindow(new Stage(), home.resolve("second"));
              assertThat(opened.window.lookup("#client-id")).isNotNull();
              assertThat(opened.window.lookup("#run")).isNotNull();
              for (String later : List.of("#profiles", "#profile-search", "#tabs", "#request", "#settings-done", ".chip", ".list-view")) {
                assertThat(opened.window.lookup(later)).as(later).isNull();
              }
              return opened;
            });
    try (second) {
      until(() -> Stream.of("#tabs", "#profiles", ".chip").noneMatch(it -> second.window.lookup(it) == null));
    } finally {
      WaitForAsyncUtils.waitForAsyncFx(5_000, () -> second.window.getScene().getWindow().hide());
    }
  }

  @Test
  void whoeverPressesAKeyBeforeAllIsThereFindsAllOfIt() throws TimeoutException {
    OpenWindow second =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000,
            () -> {
              OpenWindow opened = new OpenWindow(new Stage(), home.resolve("second"));
              // One that opens nothing: what opens something makes it itself.
              opened.window.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false));
              assertThat(opened.window.lookup("#tabs")).isNotNull();
              assertThat(opened.window.lookup("#profiles")).isNotNull();
              return opened;
            });
    second.close();
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> second.window.getScene().getWindow().hide());
  }

  @Test
  void onFirstStartCtrlEnterShowsAGrantedTokenWithItsScopes(FxRobot robot) {
    press(KeyCode.ENTER, true);
    untilTitle("Token granted with both scopes asked for");

    assertThat(find("scopes", TableView.class).getItems().size()).isEqualTo(2);
    assertThat(text("how-we-know")).contains("scope in the token response");
    assertThat(text("phases")).contains("wait");
    assertThat(find("run", Button.class).isDisabled()).isFalse();
  }

  @Test
  void theListIsWalkedByKeyboardAndEachProfileShowsItsOwnResult(FxRobot robot) {
    press(KeyCode.DOWN, false);
    press(KeyCode.ENTER, true);
    untilTitle("Token granted, but routing:queue:view is missing");
    press(KeyCode.UP, false);
    untilTitle("Ready");
    press(KeyCode.DOWN, false);
    untilTitle("Token granted, but");
  }

  @Test
  void theKeyboardStepsOverHeadingsAndTypesIntoThePaneInFront(FxRobot robot) {
    press(KeyCode.N, true);
    untilFocusIsOn("profile-name");
    assertThat(find("profiles", ListView.class).lookupAll(".list-cell").stream().map(it -> ((Labeled) it).getText()))
        .as("its heading is seen above it")
        .contains("My profiles");
    robot.write("Wallboard").push(KeyCode.ENTER);
    until(() -> open.workbench.selected().name().equals("Wallboard"));
    press(KeyCode.DOWN, false);
    until(() -> open.workbench.selected().name().equals("Granted as asked"));
    press(KeyCode.UP, false);
    until(() -> open.workbench.selected().name().equals("Wallboard"));

    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> find("options", Button.class).fire());
    untilFocusIsOn("grant-type");
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> find("add-headers", Button.class).fire());
    untilFocusIsOn("headers-name-0");
    robot.write("nice-access-region").push(KeyCode.TAB).write("euw1").push(KeyCode.ESCAPE);
    untilFocusIsOn("options");
    assertThat(open.workbench.draft().headers()).containsExactly(new ProfileDraft.Entry("nice-access-region", "euw1"));
    assertThat(text("options")).isEqualTo("1 header");
  }

  @Test
  void aSearchWithoutTheChosenProfileMarksNoOther(FxRobot robot) {
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          open.workbench.insert(0, Profile.blank(UUID.randomUUID(), "Whose", ProfileDraft.blank("oauth")));
          find("profile-search", TextInputControl.class).requestFocus();
        });
    ListView<?> list = find("profiles", ListView.class);
    robot.write("wrong r");
    until(() -> list.getItems().size() == 2);
    assertThat(list.getSelectionModel().getSelectedItem()).isNull();
    assertThat(open.workbench.selected().name()).isEqualTo("Whose");
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> find("profile-search", TextInputControl.class).clear());
    until(() -> list.getSelectionModel().getSelectedItem() != null);
  }

  @Test
  void theKeyboardIsInTheListAfterADeletedProfileIsBroughtBack(FxRobot robot) {
    press(KeyCode.DELETE, false);
    until(() -> find("undo-delete", Button.class) != null);
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          find("undo-delete", Button.class).requestFocus();
          find("undo-delete", Button.class).fire();
        });
    untilFocusIsOn("profiles");
    assertThat(open.workbench.selected().name()).isEqualTo("Granted as asked");
  }

  @Test
  void f2RenamesWhileTheKeyboardIsInTheList(FxRobot robot) {
    press(KeyCode.F2, false);
    untilFocusIsOn("profile-name");
    robot.write("Mine").push(KeyCode.ENTER);
    until(() -> open.workbench.selected().name().equals("Mine"));
    untilFocusIsOn("profiles");
  }

  /** In the smallest window, where sentences take the most lines. */
  @Test
  void runStaysWhereItIsWhenAFieldHasAWarning(FxRobot robot) {
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          scene().getWindow().setWidth(1024);
          scene().getWindow().setHeight(700);
        });
    WaitForAsyncUtils.waitForFxEvents();
    double before = top("run");
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> find("client-secret", PasswordField.class).setText("ends-with-a-line\u2028"));
    untilShown("U+2028");
    assertThat(top("run")).isEqualTo(before);
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> find("token-url", TextInputControl.class).setText("http://auth.example/token"));
    untilShown("http would send the secret in clear");
    assertThat(top("run")).isEqualTo(before);
  }

  private double top(String id) {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          scene().getRoot().layout();
          return scene().lookup("#" + id).localToScene(0, 0).getY();
        });
  }

  @Test
  void aNameThatIsBeingTypedIsStillThereWhenTheTimesInTheListAge(FxRobot robot) {
    press(KeyCode.F2, false);
    untilFocusIsOn("profile-name");
    robot.write("Mi");
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          for (Profile each : List.copyOf(open.workbench.profiles())) {
            open.workbench.update(each.id(), it -> it.withLastOutcome(new LastOutcome(LastOutcome.Result.GRANTED, Instant.now())));
          }
        });
    robot.write("ne").push(KeyCode.ENTER);
    until(() -> open.workbench.selected().name().equals("Mine"));
    until(() -> scene().getRoot().lookupAll(".profile-when").size() > 3);
  }

  @Test
  void theMenuOfTheListShowsTheKeyOfEachItemAndDeleteIsAKeyForTextElsewhere(FxRobot robot) {
    MenuButton more = find("profile-menu", MenuButton.class);
    WaitForAsyncUtils.waitForAsyncFx(5_000, more::show);
    until(() -> more.getItems().stream().map(MenuItem::getAccelerator).noneMatch(java.util.Objects::isNull));
    assertThat(menuText()).contains("Delete").contains("F2");
    WaitForAsyncUtils.waitForAsyncFx(5_000, more::hide);
    int before = open.workbench.profiles().size();
    for (String at : List.of("run", "profile-menu", "settings")) {
      WaitForAsyncUtils.waitForAsyncFx(5_000, () -> scene().lookup("#" + at).requestFocus());
      press(KeyCode.DELETE, false);
    }
    assertThat(open.workbench.profiles()).hasSize(before);
  }

  /** The keys beside the items of the menu that is open. */
  private static List<String> menuText() {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () ->
            Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(it -> it.getScene().getRoot().lookupAll(".accelerator-text").stream())
                .map(it -> ((Labeled) it).getText())
                .toList());
  }

  @Test
  void aNameOfAnyLengthIsCutInTheList() {
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> open.workbench.insert(0, Profile.blank(UUID.randomUUID(), "a" + "\u0301".repeat(20_000), ProfileDraft.blank("oauth"))));
    until(
        () ->
            scene().getRoot().lookupAll(".profiles .list-cell .label").stream()
                .map(it -> ((Labeled) it).getText())
                .anyMatch(it -> it.startsWith("a") && it.endsWith("…") && it.length() < 200));
  }

  @Test
  void theWholeFormIsReachedByTab(FxRobot robot) {
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> find("client-id", TextInputControl.class).requestFocus());
    StringBuilder order = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      Node owner = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> scene().getFocusOwner());
      order.append(owner.getId()).append(' ');
      robot.push(KeyCode.TAB);
      robot.interrupt();
    }
    assertThat(order.toString())
        .startsWith("client-id client-secret reveal-secret send-as provider region token-url scope run ");
  }

  @Test
  void aChoiceIsMadeByArrowsOrLettersAndTheKeyboardStaysThere(FxRobot robot) {
    ChoiceBox<?> sendAs = find("send-as", ChoiceBox.class);
    WaitForAsyncUtils.waitForAsyncFx(5_000, sendAs::requestFocus);
    press(KeyCode.DOWN, false);
    assertThat(String.valueOf(sendAs.getValue())).contains("Basic, raw");
    assertThat(sendAs.isShowing()).isFalse();
    press(KeyCode.UP, false);
    assertThat(String.valueOf(sendAs.getValue())).contains("Basic, form-encoded");
    robot.write("j");
    until(() -> String.valueOf(sendAs.getValue()).contains("JSON body"));
    untilFocusIsOn("send-as");
    press(KeyCode.F4, false);
    until(sendAs::isShowing);
    WaitForAsyncUtils.waitForAsyncFx(5_000, sendAs::hide);
    WaitForAsyncUtils.waitForAsyncFx(5_000, sendAs::show);
    until(() -> listOf(sendAs).getAnchorY() >= sendAs.localToScreen(sendAs.getLayoutBounds()).getMaxY());
    WaitForAsyncUtils.waitForAsyncFx(5_000, sendAs::hide);

    ComboBox<?> scenario = find("region", ComboBox.class);
    WaitForAsyncUtils.waitForAsyncFx(5_000, scenario::requestFocus);
    robot.write("th");
    until(() -> String.valueOf(scenario.getValue()).contains("Thread A"));
    press(KeyCode.SPACE, false);
    until(scenario::isShowing);
  }

  @Test
  void aRegionReachedByTabIsReplacedByWhatIsTyped(FxRobot robot) {
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          ProfileDraft draft = ProfileDraft.blank("cxone-platform").withProvider("cxone-platform", "euw1", "https://platform.euw1.api.nicecxone.com/oauth/token");
          open.workbench.insert(0, Profile.blank(UUID.randomUUID(), "Mine", draft));
          find("provider", ChoiceBox.class).requestFocus();
        });
    robot.push(KeyCode.TAB);
    untilFocusIsOn("region");
    robot.interrupt(2);
    robot.write("usw2");
    until(() -> find("token-url", TextInputControl.class).getText().equals("https://platform.usw2.api.nicecxone.com/oauth/token"));
  }

  private static ContextMenu listOf(Node owner) {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast)
        .filter(it -> owner.equals(it.getOwnerNode()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aServerThatSendsNothingIsCancelledAtOnceByEscape(FxRobot robot) throws InterruptedException {
    try (RawServer server = RawServer.running(RawServer.Connection::readUntilClosed)) {
      newProfile(robot, server);
      press(KeyCode.ENTER, true);
      until(() -> text("phases").equals("Waiting for the answer"));
      press(KeyCode.ESCAPE, false);
      untilTitle("Cancelled");
      server.only().awaitEnd();
      assertThat(server.only().closedByClient()).isTrue();
      assertThat(find("run", Button.class).isDisabled()).isFalse();
    }
  }

  @Test
  void aTokenIsReadItsSignatureCheckedAndAnApiCalledWithIt(FxRobot robot) {
    press(KeyCode.ENTER, true);
    untilTitle("Token granted with both scopes");
    select("tab-token");
    until(() -> text("token-title").equals("JWT, signed with ES256"));
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> find("signature-check", Button.class).fire());
    until(() -> text("signature-outcome").startsWith("The signature is right"));
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> find("introspection-check", Button.class).fire());
    until(() -> text("introspection-outcome").startsWith("active: true"));
    assertThat(allText()).doesNotContain("eyJhbGci");
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> find("token-reveal", ToggleButton.class).fire());
    until(() -> find("token-text", WireView.class).isVisible());
    select("tab-call");
    robot.interrupt(2);
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> find("call", Button.class).fire());
    until(() -> find("call-table", TableView.class).getItems().size() == 1 && allText().contains("200, answered"));
  }

  @Test
  void aCanaryIsNowhereInTheWindowNorInItsFiles(FxRobot robot) throws IOException {
    String body = "{\"access_token\":\"" + CANARY + "-token\",\"token_type\":\"Bearer\",\"echo\":\"" + CANARY + "\"}";
    String answer =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Echo: " + CANARY + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    try (RawServer server = RawServer.answering(answer)) {
      newProfile(robot, server);
      press(KeyCode.ENTER, true);
      untilTitle("Token granted");
      StringBuilder seen = new StringBuilder(allText());
      for (String tab : List.of("token", "call")) {
        select("tab-" + tab);
        robot.interrupt(3);
        seen.append(allText());
      }
      for (String tab : List.of("request", "response")) {
        select("tab-" + tab);
        until(() -> find(tab + "-text", WireView.class).text().rowCount() > 3);
        robot.interrupt(3);
        seen.append(allText());
      }
      assertThat(seen.toString()).contains("‹redacted›").doesNotContain("canary");
      assertThat(open.keyring).as("the keyring aside").containsValue(Secret.of(CANARY));
      open.flush();
      try (var files = Files.walk(home)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertThat(Files.readString(file)).as(file.toString()).doesNotContain("canary").doesNotContain("Y2FuYXJ5");
        }
      }
    }
  }

  @Test
  void whatIsPastedAsASecretIsKeptAsItIsAndItsLineBreakIsSaid(FxRobot robot) {
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString("abc\n");
          Clipboard.getSystemClipboard().setContent(content);
          PasswordField secret = find("client-secret", PasswordField.class);
          secret.clear();
          secret.paste();
        });
    untilShown("Ends with U+000A LINE FEED, which cannot be seen");
    press(KeyCode.ENTER, true);
    untilTitle("Refused: 401 invalid_client");
  }

  @Test
  void anIssuerIsDiscoveredFillsTheFormAndTheGrantRuns(FxRobot robot) {
    SpringServer server = SpringServer.running();
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          ProfileDraft draft = ProfileDraft.blank("oauth").withClientId(SpringServer.BASIC.id()).withScope("read");
          open.workbench.insert(0, Profile.blank(UUID.randomUUID(), "Mine", draft));
          PasswordField secret = find("client-secret", PasswordField.class);
          secret.requestFocus();
          secret.setText(SpringServer.BASIC.secret());
          TextInputControl issuer = find("issuer", TextInputControl.class);
          issuer.requestFocus();
          issuer.setText(server.issuer());
        });
    // A field hears the keyboard once it is drawn.
    until(() -> find("issuer", TextInputControl.class).getSkin() != null);
    press(KeyCode.ENTER, false);
    until(() -> text("discovery-head").equals("The issuer describes itself"));
    assertThat(find("discovery-rows", ListView.class).getItems().size()).isGreaterThan(8);
    until(() -> find("discovery-wire", WireView.class).text().rowCount() > 8);
    untilFocusIsOn("discovery-rows");
    press(KeyCode.ENTER, false);
    untilFocusIsOn("discover");

    assertThat(find("token-url", TextInputControl.class).getText()).isEqualTo(server.tokenUrl().toString());
    assertThat(text("attestation")).isEqualTo("Named by the metadata of " + server.issuer());
    press(KeyCode.ENTER, true);
    untilTitle("Token granted with the scope asked for");
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> find("region-undo", Button.class).fire());
    assertThat(find("token-url", TextInputControl.class).getText()).isEmpty();
  }

  @Test
  void theRegionsAreListedBeforeTheyAreAskedAndEscapeClosesTheList(FxRobot robot) {
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          open.workbench.insert(0, Profile.blank(UUID.randomUUID(), "Mine", ProfileDraft.blank("cxone")));
          Button survey = find("region-survey", Button.class);
          survey.requestFocus();
          survey.fire();
        });
    untilFocusIsOn("survey-tenant");
    assertThat(find("survey-rows", ListView.class).getItems().size()).isEqualTo(5);
    assertThat(find("token-url", TextInputControl.class).getText()).isEmpty();
    assertThat(text("survey-ask")).isEqualTo("Ask them");
    robot.write("no uuid");
    press(KeyCode.ENTER, false);
    until(() -> allText().contains("A tenant ID is a UUID"));
    press(KeyCode.ESCAPE, false);
    untilFocusIsOn("region-survey");
  }

  @Test
  void anAccessKeyOfCxoneIsOneClickAndItsIdIsAskedForFirst(FxRobot robot) {
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          open.workbench.insert(0, Profile.blank(UUID.randomUUID(), "Mine", ProfileDraft.blank("cxone")));
          find("access-key", Button.class).fire();
        });
    untilFocusIsOn("username");
    untilShown("RFC 9700 says that the password grant must not be used for anything new");
    press(KeyCode.ESCAPE, false);
    untilFocusIsOn("options");
    assertThat(open.workbench.draft().grantType().value()).isEqualTo("password");
  }

  @Test
  void theRegionsOfPracticeAreAskedAndOneOfThemIsRight(FxRobot robot) {
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          open.workbench.select(
              open.workbench.profiles().stream().filter(it -> it.name().equals("Wrong region")).findFirst().orElseThrow().id());
          find("region-survey", Button.class).fire();
        });
    untilFocusIsOn("survey-rows");
    press(KeyCode.ENTER, false);
    until(() -> text("survey-head").startsWith("What answers, lives."));
    ListView<?> rows = find("survey-rows", ListView.class);
    assertThat(rows.getItems().toString()).contains("eu1 (practice)").contains("A token endpoint:");
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          rows.requestFocus();
          rows.getSelectionModel().select(1);
        });
    until(() -> find("survey-wire", WireView.class).text().rowCount() > 8);
    press(KeyCode.ENTER, false);
    untilFocusIsOn("region-survey");
    assertThat(find("token-url", TextInputControl.class).getText()).endsWith("/wrong-region/eu1/oauth/token");
    press(KeyCode.ENTER, true);
    untilTitle("Token granted");
  }

  @Test
  void problemsStandBesideTheirFieldsAndTheFirstGetsTheKeyboard(FxRobot robot) {
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          find("client-id", TextInputControl.class).setText("");
          find("token-url", TextInputControl.class).setText("https://{{org_name}}.api.nice.incontact.com/oauth2/token");
        });
    press(KeyCode.ENTER, true);
    // The practice secret is for the practice tenant only, so one is missing too.
    untilTitle("Nothing was sent: 3 fields need a change");

    untilShown("Enter the client ID", "Enter the client secret", "Replace the placeholder {{org_name}}");
    untilFocusIsOn("client-id");
  }

  @Test
  void aLongListOfScopesShowsNoHalfLine() {
    TextInputControl scope = find("scope", TextInputControl.class);
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> scope.setText("first:scope\nsecond:scope\nthird:scope\nfourth:scope\nfifth:scope"));
    until(() -> scope.lookup(".viewport") != null && scope.lookup(".viewport").getLayoutBounds().getHeight() > 0);
    Text line = new Text("x");
    line.setFont(scope.getFont());
    double lines = 3 * line.getLayoutBounds().getHeight();
    double above = ((Region) scope.lookup(".content")).getPadding().getTop();
    double rest = scope.lookup(".viewport").getLayoutBounds().getHeight() - above - lines;
    assertThat(rest).as("what is to be seen of a fourth line").isBetween(0.0, 3.0);
  }

  @Test
  void theScrollBarOfTheScopesLeavesTheFrameOfTheirFieldWhole() {
    TextInputControl scope = find("scope", TextInputControl.class);
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> scope.setText("a:scope\n".repeat(200)));
    until(() -> scope.lookup(".scroll-bar:vertical") != null && scope.lookup(".scroll-bar:vertical").isVisible());
    Node bar = scope.lookup(".scroll-bar:vertical");
    Bounds place = scope.sceneToLocal(bar.localToScene(bar.getLayoutBounds()));
    assertThat(place.getMaxX()).as("right of it").isLessThanOrEqualTo(scope.getWidth() - 1);
    assertThat(place.getMaxY()).as("below it").isLessThanOrEqualTo(scope.getHeight() - 1);
  }

  @Test
  void inTheSmallestWindowTheNumbersOfTheExperimentsAreWhole() {
    smallestWith("Secret with a trailing");
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> find("find-cause", Button.class).fire());
    until(() -> scene().lookup("#cause-yes") != null);
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> find("cause-yes", Button.class).fire());
    until(() -> scene().lookup("#cause-fix-0") != null && scene().lookup("#cause-table") != null);
    TableView<?> table = find("cause-table", TableView.class);
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> table.scrollTo(table.getItems().size() - 1));
    until(() -> drawnIn("cause-table").stream().anyMatch(it -> it.matches("1\\d")));
    assertThat(drawnIn("cause-table")).contains("Secret");

    int last = table.getItems().size() - 1;
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> table.getSelectionModel().select(last));
    assertThat(text("cause-hint")).contains(((CausePresenter.Row) table.getItems().get(last)).shows());
  }

  @Test
  void inTheSmallestWindowTheResultsOfTheScopesAreWhole() throws Throwable {
    smallestWith("Permission not");
    press(KeyCode.ENTER, true);
    until(() -> drawnIn("scopes").contains("not asked for"));
    for (Node pill : find("scopes", TableView.class).lookupAll(".pill")) {
      assertThat(pill.getBoundsInParent().getMaxX()).isLessThan(((Region) pill.getParent()).getWidth());
    }
  }

  @Test
  void whatTheOptionsHoldStaysInItsCardAndLeavesTheTitleWhole() {
    Button options = find("options", Button.class);
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          scene().getWindow().setWidth(1024);
          scene().getWindow().setHeight(700);
          options.setText("Access key · 2 parameters · 2 headers · JSON body");
        });
    until(() -> scene().getWidth() <= 1024 && !options.getParent().isNeedsLayout());
    Region head = (Region) options.getParent();
    assertThat(options.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(head.getWidth());
    assertThat(((Text) head.lookup(".card-title .text")).getText()).isEqualTo("Credentials");
  }

  private void smallestWith(String profile) {
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          scene().getWindow().setWidth(1024);
          scene().getWindow().setHeight(700);
          open.workbench.select(
              open.workbench.profiles().stream().filter(it -> it.name().startsWith(profile)).findFirst().orElseThrow().id());
        });
  }

  /** What is drawn of the texts in a table: cut ones with their dots. */
  private List<String> drawnIn(String table) {
    return find(table, TableView.class).lookupAll(".text").stream()
        .filter(Text.class::isInstance)
        .map(it -> ((Text) it).getText())
        .toList();
  }

  @Test
  void theSettingsOpenByKeyboardAndEscapeClosesThem(FxRobot robot) throws Throwable {
    press(KeyCode.COMMA, true);
    untilFocusIsOn("settings-proxy");
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> find("settings-authorities", TextInputControl.class).setText("/nowhere/ca-שלום.pem"));
    press(KeyCode.ESCAPE, false);
    untilFocusIsOn("settings");
    assertThat(open.workbench.settings().draft().connection().authorities()).startsWith("/nowhere/");

    press(KeyCode.ENTER, true);
    untilTitle("Nothing was sent: one field of the settings needs a change");
    untilFocusIsOn("settings-authorities");
    // Not there, or in a locale without Hebrew no name of a file at all: either is said beside the field.
    until(
        () -> {
          String said = find("settings-authorities", Node.class).getAccessibleHelp();
          return said != null && said.contains("/nowhere/ca-");
        });
    WaitForAsyncUtils.checkException();
  }

  @Test
  void theTimingTabShowsEachStepAndTheWay(FxRobot robot) {
    press(KeyCode.ENTER, true);
    untilTitle("Token granted with both scopes");
    select("tab-timing");
    until(() -> text("timing-total").startsWith("Total "));
    String bars = find("timing-bars", Node.class).getAccessibleText();
    assertThat(bars).contains("look-up: ", "connect: ", "send: ", "wait: ", "receive: ");
    untilShown("Direct: the server is this machine", "127.0.0.1 port", "None: plain http, within this machine");
  }

  @Test
  void editsSurviveClosingTheWindow(FxRobot robot) throws TimeoutException {
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          find("profiles", ListView.class).getSelectionModel().select(3);
          find("scope", TextInputControl.class).setText("edited-just-now");
        });
    robot.interrupt();
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () ->
            scene()
                .getWindow()
                .fireEvent(new javafx.stage.WindowEvent(scene().getWindow(), javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST)));
    List<Profile> saved = new JsonProfileStore(home, InstantSource.system()).load().profiles();
    assertThat(saved.get(2).draft().scope()).isEqualTo("edited-just-now");

    OpenWindow again = window();
    try {
      assertThat(again.workbench.selected().id()).as("the chosen profile comes back").isEqualTo(saved.get(2).id());
    } finally {
      WaitForAsyncUtils.waitForAsyncFx(5_000, () -> again.window.getScene().getWindow().hide());
      again.close();
    }
  }

  @Test
  void rightToLeftTextFromAServerNeverBreaksTheLayout(FxRobot robot) throws Throwable {
    String hebrew = "שלום עולם זה טקסט ארוך מאוד שנשבר ".repeat(40);
    String body = "{\"error\":\"invalid_client\",\"error_description\":\"" + hebrew + "\"}";
    byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    String head = "HTTP/1.1 401 X\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n";
    try (RawServer server =
        RawServer.running(
            connection -> {
              connection.readRequest();
              connection.write(head);
              connection.write(bytes);
            })) {
      newProfile(robot, server);
      press(KeyCode.ENTER, true);
      untilTitle("Refused: 401 invalid_client");
      select("tab-response");
      robot.interrupt(3);
      assertThat(find("banner-detail", Label.class).getText()).contains("\\u05E9");
      WaitForAsyncUtils.checkException();
    }
  }
}

package dev.grantscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.adapter.files.JsonProfileStore;
import dev.grantscope.core.profile.FieldLimit;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.profile.ProfileDraft.Entry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** What is too much for a field: it is refused as a whole, said beside the field, and nothing that was there is lost. */
@ExtendWith(ApplicationExtension.class)
class PasteTest {
  private static final UUID ID = new UUID(7, 7);

  private final Path home;
  private final OpenWindow open;

  PasteTest(@TempDir Path home) throws Exception {
    this.home = home;
    JsonProfileStore store = new JsonProfileStore(home, InstantSource.system());
    store.load();
    store.save(List.of(profile()));
    FxToolkit.registerPrimaryStage();
    open = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> new OpenWindow(new Stage(), home));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** With a client id that another version, or a hand, has saved. */
  private static Profile profile() {
    ProfileDraft draft =
        ProfileDraft.blank("oauth")
            .withTokenUrl("https://auth.example/token")
            .withScope("a b")
            .withUsername("u".repeat(5_000))
            .withParameters(List.of(new Entry("long", "v".repeat(100_000)), new Entry("short", "x")));
    return Profile.blank(ID, "Mine", draft);
  }

  @AfterEach
  void close() {
    onFx(
        () -> {
          open.window.getScene().getWindow().hide();
          return open.flush();
        });
    open.close();
  }

  private static <T> T onFx(Callable<T> action) {
    return WaitForAsyncUtils.waitForAsyncFx(120_000, action);
  }

  private TextInputControl field(String id) {
    return (TextInputControl) open.window.getScene().lookup("#" + id);
  }

  private static String much(String what) {
    return switch (what) {
      case "marks" -> "a" + "\u0301\u0323".repeat(10_000);
      case "arabic" -> "\u0627\u0644".repeat(2_000);
      case "controls" -> "a\r\n\t".repeat(500_000);
      default -> "x".repeat(5_000_000);
    };
  }

  private String pasted(TextInputControl field, String text) {
    return onFx(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(text);
          Clipboard.getSystemClipboard().setContent(content);
          field.paste();
          open.window.applyCss();
          open.window.layout();
          return field.getText();
        });
  }

  private static String shown(TextInputControl field) {
    return onFx(field::getText);
  }

  private String saidBeside(Node field) {
    return onFx(
        () -> {
          StringBuilder said = new StringBuilder();
          open.window.lookupAll(".notice").stream()
              .filter(it -> it.isVisible() && it instanceof Labeled)
              .forEach(it -> said.append(((Labeled) it).getText()).append('\n'));
          Window.getWindows().stream()
              .filter(it -> it instanceof Tooltip && it.isShowing())
              .forEach(it -> said.append(((Tooltip) it).getText()).append('\n'));
          return said + " " + field.getAccessibleHelp();
        });
  }

  @ParameterizedTest
  @CsvSource({
    "client-id, marks", "client-id, arabic", "client-id, megabytes", "client-id, controls",
    "client-secret, marks", "client-secret, megabytes", "token-url, marks", "token-url, megabytes",
    "scope, marks", "scope, arabic", "scope, megabytes", "scope, controls", "profile-search, marks", "profile-search, megabytes"
  })
  void whatIsTooMuchIsRefusedAndSaid(String id, String what) {
    TextInputControl field = field(id);
    String before =
        onFx(
            () -> {
              field.requestFocus();
              field.end();
              field.appendText("typed");
              return field.getText();
            });
    assertThat(pasted(field, much(what))).isEqualTo(before);
    assertThat(saidBeside(field)).contains("Not taken: at most ").contains("What was here is unchanged.");

    onFx(
        () -> {
          field.appendText("!");
          return true;
        });
    assertThat(saidBeside(field)).doesNotContain("Not taken");
    onFx(
        () -> {
          field.undo();
          return true;
        });
    assertThat(shown(field)).isNotEqualTo(before + "!").doesNotContain("xxx");
  }

  @ParameterizedTest
  @CsvSource({"client-id, CLIENT_ID", "client-secret, SECRET", "token-url, URL", "scope, SCOPE", "profile-search, NAME"})
  void asMuchAsIsAllowedIsTaken(String id, FieldLimit limit) {
    TextInputControl field = field(id);
    onFx(
        () -> {
          field.requestFocus();
          field.clear();
          return true;
        });
    String most = "abcdefg ".repeat(limit.longest() / 8).strip();
    assertThat(pasted(field, most)).isEqualTo(most);
    onFx(
        () -> {
          field.clear();
          return true;
        });
    String marks = "\u0301".repeat(FieldLimit.MOST_BEYOND_ASCII);
    assertThat(pasted(field, marks)).isEqualTo(marks);
  }

  @Test
  void aSavedTextThatIsTooMuchIsShownInPartAndKeptWhole() throws TimeoutException {
    onFx(
        () -> {
          open.workbench.edit(draft -> draft.withClientId("c".repeat(3_000_000)));
          return true;
        });
    TextInputControl field = field("client-id");
    assertThat(shown(field)).hasSizeLessThan(100).endsWith("…");
    assertThat(saidBeside(field)).contains("What is saved here has 3,000,000 characters");
    onFx(
        () -> {
          field.requestFocus();
          field.fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, "x", "x", KeyCode.UNDEFINED, false, false, false, false));
          return true;
        });
    assertThat(open.workbench.draft().clientId()).hasSize(3_000_000);
    assertThat(onFx(open::flush)).isEmpty();
    assertThat(new JsonProfileStore(home, InstantSource.system()).load().profiles().getFirst().draft().clientId()).hasSize(3_000_000);

    onFx(
        () -> {
          field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DELETE, false, false, false, false));
          field.appendText("mine");
          return true;
        });
    assertThat(open.workbench.draft().clientId()).isEqualTo("mine");
    assertThat(saidBeside(field)).doesNotContain("What is saved");
  }

  @ParameterizedTest
  @ValueSource(strings = "parameters-value-1")
  void anotherRowOfATableDoesNotCutOneThatIsTooLong(String id) {
    onFx(
        () -> {
          ((Button) open.window.getScene().lookup("#options")).fire();
          return true;
        });
    WaitForAsyncUtils.waitForFxEvents();
    onFx(
        () -> {
          TextInputControl other = field(id);
          other.appendText("y");
          return true;
        });
    assertThat(open.workbench.draft().parameters()).containsExactly(new Entry("long", "v".repeat(100_000)), new Entry("short", "xy"));
  }
}

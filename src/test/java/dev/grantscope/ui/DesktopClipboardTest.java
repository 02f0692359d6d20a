package dev.grantscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The clipboard of the headless desktop. */
@ExtendWith(ApplicationExtension.class)
class DesktopClipboardTest {
  private static <T> T onUi(Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
  }

  private static String text() {
    return String.valueOf(onUi(() -> Clipboard.getSystemClipboard().getString()));
  }

  /** Klipper and others look for these six bytes; a Java object that holds them is no sign to them. */
  @Test
  void aSecretIsMarkedWithTheBytesThatClipboardManagersLookFor() {
    Object mark =
        onUi(
            () -> {
              new DesktopClipboard().putSecret("s3cret-canary");
              return Clipboard.getSystemClipboard().getContent(DataFormat.lookupMimeType("x-kde-passwordManagerHint"));
            });

    assertThat(mark).isInstanceOf(ByteBuffer.class);
    assertThat(StandardCharsets.US_ASCII.decode((ByteBuffer) mark).toString()).isEqualTo("secret");
  }

  @Test
  void aSecretIsTakenBackAndWhatWasCopiedSinceIsNot() {
    onUi(
        () -> {
          DesktopClipboard clipboard = new DesktopClipboard();
          clipboard.putSecret("s3cret-canary");
          clipboard.clear();
          return true;
        });
    assertThat(text()).isEqualTo("null");

    onUi(
        () -> {
          DesktopClipboard clipboard = new DesktopClipboard();
          clipboard.putSecret("s3cret-canary");
          clipboard.put("a table");
          clipboard.clear();
          return true;
        });
    assertThat(text()).isEqualTo("a table");
    Set<DataFormat> formats = onUi(() -> Clipboard.getSystemClipboard().getContentTypes());
    assertThat(formats).extracting(DataFormat::toString).noneMatch(it -> it.contains("kde"));
  }
}

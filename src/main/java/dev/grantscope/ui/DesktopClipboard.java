package dev.grantscope.ui;

import dev.grantscope.presenter.Clipboard;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The clipboard of the desktop. A secret on it is marked for clipboard managers, and taken back after half a minute or on the way out. */
public final class DesktopClipboard implements Clipboard {
  private static final Duration LIFETIME = Duration.seconds(30);
  private static final DataFormat KDE_HINT = format("x-kde-passwordManagerHint");

  private @Nullable String secret;
  private final Timeline clearing = new Timeline(new KeyFrame(LIFETIME, _ -> clear()));

  private static DataFormat format(String name) {
    DataFormat known = DataFormat.lookupMimeType(name);
    return known == null ? new DataFormat(name) : known;
  }

  @Override
  public void put(String text) {
    secret = null;
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    system().setContent(content);
  }

  @Override
  public void putSecret(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    content.put(KDE_HINT, ByteBuffer.wrap("secret".getBytes(StandardCharsets.US_ASCII)));
    system().setContent(content);
    secret = text;
    clearing.playFromStart();
  }

  /** Takes a secret back, unless something else was copied since. */
  public void clear() {
    if (secret != null && Objects.equals(system().getString(), secret)) {
      system().clear();
    }
    secret = null;
  }

  private static javafx.scene.input.Clipboard system() {
    return javafx.scene.input.Clipboard.getSystemClipboard();
  }
}

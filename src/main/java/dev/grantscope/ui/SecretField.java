package dev.grantscope.ui;

import dev.grantscope.core.profile.FieldLimit;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.text.Texts;
import dev.grantscope.ui.control.Intake;
import java.util.function.Consumer;
import javafx.scene.control.PasswordField;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.input.Clipboard;
import org.jspecify.annotations.Nullable;

/**
 * A field for a secret: dots, or clear while revealed.
 *
 * <p>A text field drops line breaks and other controls from what is pasted; an admin must see that he pasted one. So each control stands
 * here as its picture (U+2400 and on) and is a control again in what the listener hears.
 */
final class SecretField extends PasswordField {
  private static final int PICTURES = 0x2400;
  private static final int PICTURE_OF_DELETE = 0x2421;

  private boolean revealed;
  private boolean showing;
  private @Nullable Intake intake;

  /** A field that tells this listener what the admin makes of the secret. */
  SecretField(Consumer<Secret> typed) {
    textProperty()
        .addListener(
            (_, _, text) -> {
              if (!showing) {
                typed.accept(fromField(text));
              }
            });
  }

  /** Takes no more than this. */
  void limit(FieldLimit limit, Texts texts) {
    intake = new Intake(this, limit, new IntakeWords(texts));
  }

  /** Shows a secret without telling anyone. */
  void show(Secret secret) {
    String text = toField(secret.reveal());
    if (!text.equals(intake == null ? getText() : intake.text())) {
      showing = true;
      if (intake == null) {
        setText(text);
      } else {
        intake.show(text);
      }
      showing = false;
    }
  }

  void setRevealed(boolean wanted) {
    if (revealed != wanted) {
      revealed = wanted;
      setSkin(createDefaultSkin());
    }
  }

  @Override
  public void paste() {
    @Nullable String pasted = Clipboard.getSystemClipboard().getString();
    if (pasted != null && (intake == null || !intake.refusesPaste())) {
      replaceSelection(toField(pasted));
    }
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new TextFieldSkin(this) {
      @Override
      protected String maskText(String text) {
        return revealed ? text : "•".repeat(text.length());
      }
    };
  }

  private static String toField(String secret) {
    return map(secret, c -> c < 0x20 ? (char) (PICTURES + c) : c == 0x7F ? (char) PICTURE_OF_DELETE : c);
  }

  private static Secret fromField(String text) {
    return Secret.of(
        map(text, c -> c >= PICTURES && c < PICTURES + 0x20 ? (char) (c - PICTURES) : c == PICTURE_OF_DELETE ? (char) 0x7F : c));
  }

  private static String map(String text, CharacterMapping mapping) {
    StringBuilder mapped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      mapped.append(mapping.map(text.charAt(i)));
    }
    return mapped.toString();
  }

  @FunctionalInterface
  private interface CharacterMapping {
    char map(char c);
  }
}

package dev.grantscope.ui;

import dev.grantscope.core.profile.FieldLimit.Excess;
import dev.grantscope.core.text.Texts;
import dev.grantscope.ui.control.Intake;

/** What is said of a text that is too much, from the bundle. */
record IntakeWords(Texts texts) implements Intake.Words {
  @Override
  public String refused(Excess excess) {
    return texts.of("limit.refused", excess.kind(), excess.count(), excess.most());
  }

  @Override
  public String kept(Excess excess) {
    return texts.of("limit.kept", excess.kind(), excess.count(), excess.most());
  }
}

package dev.grantscope.core.diagnosis.lint;

import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.form.Form;
import java.util.List;

/** One rule about a form: offline, instant, and independent of all others. */
@FunctionalInterface
interface LintRule {
  List<LintHit> check(Form form, Words words);
}

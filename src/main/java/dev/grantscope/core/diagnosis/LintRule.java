package dev.grantscope.core.diagnosis;

import java.util.List;

/** One rule about a form: offline, instant, and independent of all others. */
@FunctionalInterface
public interface LintRule {
  List<LintHit> check(Form form, Words words);
}

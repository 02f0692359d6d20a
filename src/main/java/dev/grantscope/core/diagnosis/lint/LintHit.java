package dev.grantscope.core.diagnosis.lint;

import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.profile.FieldProblem.Field;

/** Something about the form that is worth a look before anything is sent, and the field beside which it belongs. */
public record LintHit(Field field, Finding finding) {}

/** What can be said about a form before anything is sent: one class a rule. */
@NullMarked
package dev.grantscope.core.diagnosis.lint;

import org.jspecify.annotations.NullMarked;

/** What is found: a cause, how certain it is, what shows it and what helps. */
@NullMarked
package dev.grantscope.core.diagnosis.finding;

import org.jspecify.annotations.NullMarked;

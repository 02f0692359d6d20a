/** Finds which one thing is wrong: lint before sending, the reading of an answer, and experiments that change one thing at a time. */
@NullMarked
package dev.grantscope.core.diagnosis;

import org.jspecify.annotations.NullMarked;

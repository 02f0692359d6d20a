/** The entry and the wiring. */
@NullMarked
package dev.grantscope;

import org.jspecify.annotations.NullMarked;

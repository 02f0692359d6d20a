/** The words of the program, all from one resource bundle. */
@NullMarked
package dev.grantscope.core.text;

import org.jspecify.annotations.NullMarked;

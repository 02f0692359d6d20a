/** The command line. */
@NullMarked
package dev.grantscope.cli;

import org.jspecify.annotations.NullMarked;

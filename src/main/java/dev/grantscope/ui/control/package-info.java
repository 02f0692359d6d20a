/** Controls that are more than an arrangement of JavaFX's own. */
@NullMarked
package dev.grantscope.ui.control;

import org.jspecify.annotations.NullMarked;

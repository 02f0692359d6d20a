/** The window: views in JavaFX, one a presenter. */
@NullMarked
package dev.grantscope.ui;

import org.jspecify.annotations.NullMarked;

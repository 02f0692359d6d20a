/** Bytes as text that can be shown safely: escaped, pretty, redacted. */
@NullMarked
package dev.grantscope.core.render;

import org.jspecify.annotations.NullMarked;

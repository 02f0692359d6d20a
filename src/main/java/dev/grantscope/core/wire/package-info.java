/** What goes over the wire and what was observed there, and the port to it. */
@NullMarked
package dev.grantscope.core.wire;

import org.jspecify.annotations.NullMarked;

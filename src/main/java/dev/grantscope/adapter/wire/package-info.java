/** One HTTP/1.1 exchange over a tapped socket; the only package that opens one. */
@NullMarked
package dev.grantscope.adapter.wire;

import org.jspecify.annotations.NullMarked;

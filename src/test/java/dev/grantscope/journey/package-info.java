/** Journeys through the whole program over real sockets and real files. */
@NullMarked
package dev.grantscope.journey;

import org.jspecify.annotations.NullMarked;

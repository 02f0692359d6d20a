/** The practice tenant on loopback. */
@NullMarked
package dev.grantscope.adapter.practice;

import org.jspecify.annotations.NullMarked;

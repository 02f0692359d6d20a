/** Tokens, decoded but not believed. */
@NullMarked
package dev.grantscope.core.token;

import org.jspecify.annotations.NullMarked;

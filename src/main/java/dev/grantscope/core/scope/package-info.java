/** Scopes as sets (RFC 6749 §3.3), and the comparison of asked with granted. */
@NullMarked
package dev.grantscope.core.scope;

import org.jspecify.annotations.NullMarked;

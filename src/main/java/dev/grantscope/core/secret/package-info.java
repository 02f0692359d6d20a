/** The closed box for a secret, and the port to where it is kept. */
@NullMarked
package dev.grantscope.core.secret;

import org.jspecify.annotations.NullMarked;

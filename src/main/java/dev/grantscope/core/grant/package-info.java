/** One token request and what its answer means (RFC 6749 §4.3, §4.4, §5). */
@NullMarked
package dev.grantscope.core.grant;

import org.jspecify.annotations.NullMarked;

/** What is done with a token once it is there: calls of an API (RFC 6750), introspection (RFC 7662), the keys of its issuer (RFC 7517). */
@NullMarked
package dev.grantscope.core.api;

import org.jspecify.annotations.NullMarked;

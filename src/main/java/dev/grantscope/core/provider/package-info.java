/** Who issues tokens and where, as data with its attestation. */
@NullMarked
package dev.grantscope.core.provider;

import org.jspecify.annotations.NullMarked;

/** Secrets in the keyring of the operating system. */
@NullMarked
package dev.grantscope.adapter.keyring;

import org.jspecify.annotations.NullMarked;

/** What an exchange tells beside its answer: how long each step took, by which address, with which certificates, by whose clock. */
@NullMarked
package dev.grantscope.core.timing;

import org.jspecify.annotations.NullMarked;

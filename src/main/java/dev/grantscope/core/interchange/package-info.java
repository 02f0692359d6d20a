/** What the program gives to other programs and takes from them. */
@NullMarked
package dev.grantscope.core.interchange;

import org.jspecify.annotations.NullMarked;

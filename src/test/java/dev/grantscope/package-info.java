@NullMarked
package dev.grantscope;

import org.jspecify.annotations.NullMarked;

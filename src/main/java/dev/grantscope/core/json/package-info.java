/** JSON as trees, without Jackson's mapper. */
@NullMarked
package dev.grantscope.core.json;

import org.jspecify.annotations.NullMarked;

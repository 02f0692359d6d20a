/** What a run came to, in a sentence. */
@NullMarked
package dev.grantscope.core.verdict;

import org.jspecify.annotations.NullMarked;

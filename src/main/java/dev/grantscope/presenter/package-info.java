/** What is shown when; no toolkit here. */
@NullMarked
package dev.grantscope.presenter;

import org.jspecify.annotations.NullMarked;

/** What the admin entered: profiles, their text, and its validation. */
@NullMarked
package dev.grantscope.core.profile;

import org.jspecify.annotations.NullMarked;

/** Profiles and settings in the user's folders. */
@NullMarked
package dev.grantscope.adapter.files;

import org.jspecify.annotations.NullMarked;

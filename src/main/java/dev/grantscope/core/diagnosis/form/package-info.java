/** The form with its secrets, how a click changes it, and what its texts may hold that nobody typed on purpose. */
@NullMarked
package dev.grantscope.core.diagnosis.form;

import org.jspecify.annotations.NullMarked;

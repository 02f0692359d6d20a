/** What servers say of themselves without a secret being sent: metadata, CXone's tenant configuration, and which regions answer. */
@NullMarked
package dev.grantscope.core.discovery;

import org.jspecify.annotations.NullMarked;

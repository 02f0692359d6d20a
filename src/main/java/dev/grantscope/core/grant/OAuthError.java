package dev.grantscope.core.grant;

import java.util.Optional;

/**
 * An error as the server put it (RFC 6749 §5.2).
 *
 * @param code the member {@code error}
 * @param description {@code error_description}, or CXone's {@code errorDescription}
 */
public record OAuthError(String code, Optional<String> description) {}

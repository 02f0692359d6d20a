package dev.grantscope.core.grant;

import java.util.Optional;

/**
 * An error as the server put it (RFC 6749 §5.2).
 *
 * @param code the member {@code error}
 * @param description {@code error_description}, or CXone's {@code errorDescription}
 * @param uri {@code error_uri}
 */
public record OAuthError(String code, Optional<String> description, Optional<String> uri) {}

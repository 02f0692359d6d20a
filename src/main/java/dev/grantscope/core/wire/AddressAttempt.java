package dev.grantscope.core.wire;

import java.time.Duration;
import java.util.Optional;

/**
 * One address that was tried.
 *
 * @param address in numbers, such as "127.0.0.1"
 * @param failure why it was given up, empty for the one that answered
 */
public record AddressAttempt(String address, int port, Duration elapsed, Optional<WireFailure.Kind> failure) {}

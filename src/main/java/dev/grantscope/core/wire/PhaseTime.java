package dev.grantscope.core.wire;

import java.time.Duration;

/** How long one phase took, also when it failed. */
public record PhaseTime(Phase phase, Duration elapsed) {}

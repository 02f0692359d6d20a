package dev.grantscope.core.profile;

import java.util.Optional;
import java.util.UUID;

/**
 * What comes back when the window is opened again.
 *
 * @param width in pixels of the screen's own scale
 * @param height likewise
 * @param selected the profile that was chosen
 */
public record WindowState(double x, double y, double width, double height, boolean maximized, Optional<UUID> selected) {}

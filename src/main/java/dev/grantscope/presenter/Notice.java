package dev.grantscope.presenter;

import dev.grantscope.core.verdict.Tone;

/** A short sentence with a sign, under a field or in a banner. */
public record Notice(Tone tone, String text) {}

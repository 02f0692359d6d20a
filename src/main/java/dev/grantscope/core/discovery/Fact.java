package dev.grantscope.core.discovery;

import dev.grantscope.core.verdict.Tone;

/**
 * One thing that was learned, in words that can be shown as they are.
 *
 * @param value as the server has it, made visible and shortened
 * @param meaning what it means for the grant in the form, and how we know
 */
public record Fact(Tone tone, String name, String value, String meaning) {}

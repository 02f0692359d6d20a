package dev.grantscope.core.grant;

/** One parameter of the token request, before encoding. */
public record Parameter(String name, String value) {}

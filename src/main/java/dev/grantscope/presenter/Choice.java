package dev.grantscope.presenter;

/** One entry of a list to choose from. */
public record Choice(String id, String label) {}

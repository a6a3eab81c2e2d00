package io.siyu.platform.drain;

/** The process was told to end: whoever works by the clock or holds a lease hands over now. Fired once. */
public record DrainBegun() {}

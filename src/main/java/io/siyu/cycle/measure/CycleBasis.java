package io.siyu.cycle.measure;

/** Whose purchases a cycle was measured on; DEFAULT when there are too few to measure. */
public enum CycleBasis {
    FOLLOWERS,
    BUYERS,
    DEFAULT
}

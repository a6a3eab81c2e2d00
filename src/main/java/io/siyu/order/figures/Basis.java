package io.siyu.order.figures;

/** Whose purchases are counted together. */
public enum Basis {
    BUYERS,
    /** Those of the buyers who are followers (ADDED). */
    FOLLOWERS,
    /** Orders of which nobody knows who bought: sales, though nobody's cycle. */
    NOBODY
}

package io.siyu.cycle;

/** Whose purchases a caller asks about; AUTO takes followers when they have bought often enough, else all buyers. */
public enum CycleScope {
    AUTO,
    BUYERS,
    FOLLOWERS
}

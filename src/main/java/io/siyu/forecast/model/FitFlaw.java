package io.siyu.forecast.model;

/** Why a model is not taken, or why there is none to choose from. */
public enum FitFlaw {
    /** Too few buyers came back for any model to learn from. */
    TOO_FEW_REPEATS,
    /** The search for the most likely parameters led nowhere. */
    NO_MAXIMUM,
    /** The parameters ran to the end of where they are looked for. */
    AT_BOUND,
    /** Some buyer's figures are no numbers. */
    NOT_FINITE,
    /** Buyers with different histories get the same figures: that nobody, or everybody, has gone. */
    ALL_ALIKE,
    /** In the period held out it was clearly farther off than "the same as last period". */
    WORSE_THAN_NAIVE
}

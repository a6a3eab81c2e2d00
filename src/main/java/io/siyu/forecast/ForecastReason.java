package io.siyu.forecast;

/** Why a forecast has its basis. */
public enum ForecastReason {
    /** There was enough data and a model was fitted to it. */
    FITTED,
    TOO_FEW_BUYERS,
    TOO_SHORT_HISTORY,
    /** The search for the model's parameters led nowhere. */
    NO_FIT,
    /** The shop's first night is still to come. */
    NOT_FITTED_YET,
    NO_PURCHASES,
    /** Nothing is foretold of a person whom the shop has let go. */
    ERASED;

    public ForecastBasis basis() {
        return this == FITTED ? ForecastBasis.BG_NBD : ForecastBasis.CYCLE;
    }
}

package io.siyu.forecast;

/** Why a forecast has its basis. */
public enum ForecastReason {
    /** There was enough data and a model was fitted to it. */
    FITTED,
    TOO_FEW_BUYERS,
    TOO_SHORT_HISTORY,
    /** No model holds; for what reason is told beside it. */
    NO_FIT,
    /** The shop's first fit broke off, by no fault of the data. It is tried again, at the latest the next night. */
    FIT_FAILED,
    /** The shop's first night is still to come. */
    NOT_FITTED_YET,
    NO_PURCHASES,
    /** Nothing is foretold of a person whom the shop has let go. */
    ERASED
}

package io.siyu.forecast;

/** What an expectation rests on: the fitted model, or the buyer's own cycle where there is too little for a model. */
public enum ForecastBasis {
    BG_NBD,
    CYCLE
}

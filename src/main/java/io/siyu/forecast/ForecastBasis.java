package io.siyu.forecast;

import io.siyu.forecast.model.ModelKind;

/** What an expectation rests on: one of the fitted models, or the buyer's own cycle where none holds. */
public enum ForecastBasis {
    BG_NBD,
    MBG_NBD,
    CYCLE;

    public static ForecastBasis of(ModelKind kind) {
        return switch (kind) {
            case BG_NBD -> BG_NBD;
            case MBG_NBD -> MBG_NBD;
        };
    }
}

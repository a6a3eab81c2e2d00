package io.siyu.forecast.model;

/** No parameters could be found for the data: the same data would end like this again. */
public class NoFitException extends RuntimeException {
    private final FitFlaw flaw;

    public NoFitException(FitFlaw flaw, Throwable cause) {
        super("No model fits: " + flaw, cause);
        this.flaw = flaw;
    }

    public FitFlaw flaw() {
        return flaw;
    }
}

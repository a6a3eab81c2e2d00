package io.siyu.forecast.model;

/** No parameters could be found for the data. */
public class NoFitException extends RuntimeException {
    NoFitException(Throwable cause) {
        super("The search for the most likely parameters broke off", cause);
    }
}

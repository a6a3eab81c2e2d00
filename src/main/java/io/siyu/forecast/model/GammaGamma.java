package io.siyu.forecast.model;

import java.util.OptionalDouble;

/**
 * Gamma-Gamma: what a buyer spends a purchase (Fader, Hardie 2013, "The Gamma-Gamma Model of Monetary Value"; Fader,
 * Hardie, Lee 2005, "RFM and CLV"). A buyer's purchases are Gamma(p, ν), ν of the buyers is Gamma(q, v). How much does not
 * hang together with how often. v is in the unit of the money.
 */
public record GammaGamma(double p, double q, double v) {
    public GammaGamma {
        if (!(p > 0 && q > 0 && v > 0 && p * q * v < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("All three are positive numbers: " + p + ", " + q + ", " + v);
        }
    }

    /**
     * E[M | x, z] = p (v + x z) ÷ (p x + q − 1): the buyer's own mean, drawn to that of all buyers the more the fewer
     * purchases it rests on.
     *
     * @param purchases x: how many the mean is of; 0 for a buyer of whom no spend is known
     * @param mean z: money a purchase; not looked at without any
     * @return empty where the model has no mean
     */
    public OptionalDouble expectedSpend(int purchases, double mean) {
        double weight = p * purchases + q - 1;
        double sum = purchases == 0 ? v : v + purchases * mean;
        return weight > 0 ? OptionalDouble.of(p * sum / weight) : OptionalDouble.empty();
    }
}

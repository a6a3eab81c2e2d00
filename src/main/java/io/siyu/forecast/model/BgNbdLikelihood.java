package io.siyu.forecast.model;

/**
 * The log-likelihood of BG/NBD over weighted histories (Fader, Hardie, Lee 2005, equation 6), in log space throughout. A
 * buyer with x &gt; 0 adds
 *
 * <pre>
 * ln Γ(r+x)/Γ(r) + r ln α + ln B(a,b+x)/B(a,b) − (r+x) ln(α+T) + ln(1 + e^d)
 * d = ln a − ln(b+x−1) + (r+x) (ln(α+T) − ln(α+t_x))
 * </pre>
 *
 * and one with x = 0 adds r ln α − r ln(α+T). x is a whole number, so the ratios of gamma functions are sums of
 * logarithms, one table for all buyers; logarithms of times are taken once a different time. What is left for each point
 * is one exponential and one logarithm. Not for several threads at once.
 */
final class BgNbdLikelihood {
    private final WeightedHistories histories;
    private final double[] byRepeats;
    private final double[] oddsByRepeats;
    private final double[] logs;

    BgNbdLikelihood(WeightedHistories histories) {
        this.histories = histories;
        byRepeats = new double[histories.mostRepeats() + 1];
        oddsByRepeats = new double[histories.mostRepeats() + 1];
        logs = new double[histories.times().length];
    }

    double of(BgNbd model) {
        tabulate(model);
        double sum = 0;
        for (int i = 0; i < histories.points(); i++) {
            int x = histories.repeats(i);
            double shape = model.r() + x;
            double age = logs[histories.age(i)];
            double one = byRepeats[x] - shape * age;
            if (x > 0) {
                double odds = oddsByRepeats[x] + shape * (age - logs[histories.last(i)]);
                // ln(1 + e^odds), which overflows for neither sign.
                one += Math.max(odds, 0) + Math.log(1 + Math.exp(-Math.abs(odds)));
            }
            sum += histories.weight(i) * one;
        }
        return sum;
    }

    private void tabulate(BgNbd model) {
        byRepeats[0] = model.r() * Math.log(model.alpha());
        for (int x = 1; x < byRepeats.length; x++) {
            double kept = model.b() + x - 1;
            byRepeats[x] = byRepeats[x - 1] + Math.log((model.r() + x - 1) * (kept / (model.a() + kept)));
            oddsByRepeats[x] = Math.log(model.a() / kept);
        }
        double[] times = histories.times();
        for (int i = 0; i < times.length; i++) {
            logs[i] = Math.log(model.alpha() + times[i]);
        }
    }
}

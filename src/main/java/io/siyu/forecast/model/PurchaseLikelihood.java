package io.siyu.forecast.model;

/**
 * The log-likelihood of a model over weighted histories (BG/NBD: Fader, Hardie, Lee 2005, equation 6), in log space
 * throughout. A buyer who had k &gt; 0 risks to go, k = x for BG/NBD and x + 1 for MBG/NBD, adds
 *
 * <pre>
 * ln Γ(r+x)/Γ(r) + r ln α + ln B(a,b+k)/B(a,b) − (r+x) ln(α+T) + ln(1 + e^d)
 * d = ln a − ln(b+k−1) + (r+x) (ln(α+T) − ln(α+t_x))
 * </pre>
 *
 * and one without any r ln α − r ln(α+T). x is a whole number, so the ratios of gamma functions are sums of
 * logarithms, one table for all buyers; logarithms of times are taken once a different time. What is left for each point
 * is one exponential and one logarithm. Not for several threads at once.
 */
final class PurchaseLikelihood {
    private final int risksAtFirst;
    private final WeightedHistories histories;
    private final double[] byRepeats;
    private final double[] oddsByRepeats;
    private final double[] logs;

    PurchaseLikelihood(ModelKind kind, WeightedHistories histories) {
        this.risksAtFirst = kind.risksAtFirst();
        this.histories = histories;
        byRepeats = new double[histories.mostRepeats() + 1];
        oddsByRepeats = new double[histories.mostRepeats() + 1];
        logs = new double[histories.times().length];
    }

    double of(PurchaseModel model) {
        tabulate(model);
        double sum = 0;
        for (int i = 0; i < histories.points(); i++) {
            int x = histories.repeats(i);
            double shape = model.r() + x;
            double age = logs[histories.age(i)];
            double one = byRepeats[x] - shape * age;
            if (x + risksAtFirst > 0) {
                double odds = oddsByRepeats[x] + shape * (age - logs[histories.last(i)]);
                // ln(1 + e^odds), which overflows for neither sign.
                one += Math.max(odds, 0) + Math.log(1 + Math.exp(-Math.abs(odds)));
            }
            sum += histories.weight(i) * one;
        }
        return sum;
    }

    private void tabulate(PurchaseModel model) {
        byRepeats[0] = model.r() * Math.log(model.alpha());
        if (risksAtFirst > 0) {
            byRepeats[0] += Math.log(model.b() / (model.a() + model.b()));
            oddsByRepeats[0] = Math.log(model.a() / model.b());
        }
        for (int x = 1; x < byRepeats.length; x++) {
            double kept = model.b() + x + risksAtFirst - 1;
            byRepeats[x] = byRepeats[x - 1] + Math.log((model.r() + x - 1) * (kept / (model.a() + kept)));
            oddsByRepeats[x] = Math.log(model.a() / kept);
        }
        double[] times = histories.times();
        for (int i = 0; i < times.length; i++) {
            logs[i] = Math.log(model.alpha() + times[i]);
        }
    }
}

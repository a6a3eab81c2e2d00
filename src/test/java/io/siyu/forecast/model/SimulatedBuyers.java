package io.siyu.forecast.model;

import org.hipparchus.random.RandomDataGenerator;

import java.util.ArrayList;
import java.util.List;

/** Buyers who behave exactly as a model says. */
public final class SimulatedBuyers {
    private final PurchaseModel model;
    private final RandomDataGenerator random;

    public SimulatedBuyers(PurchaseModel model, long seed) {
        this.model = model;
        this.random = new RandomDataGenerator(seed);
    }

    /** When a buyer repeats within the time given, ascending. */
    public List<Double> repeats(double time) {
        return firstRepeats(time, time);
    }

    /** The same, and the first repeat after that time if it comes before the horizon. */
    public List<Double> firstRepeats(double time, double horizon) {
        List<Double> repeats = new ArrayList<>();
        double rate = Math.max(random.nextGamma(model.r(), 1 / model.alpha()), Double.MIN_NORMAL);
        double goes = random.nextBeta(model.a(), model.b());
        boolean goesAtOnce = model.kind().risksAtFirst() > 0 && random.nextUniform(0, 1) < goes;
        double at = goesAtOnce ? Double.POSITIVE_INFINITY : random.nextExponential(1 / rate);
        while (at <= horizon && (repeats.isEmpty() || repeats.get(repeats.size() - 1) <= time)) {
            repeats.add(at);
            boolean isGone = random.nextUniform(0, 1) < goes;
            at = isGone ? Double.POSITIVE_INFINITY : at + random.nextExponential(1 / rate);
        }
        return repeats;
    }

    /** What is seen of such a buyer by counting whole days: purchases of one day are one. */
    public PurchaseHistory inDays(int age) {
        int count = 0;
        int last = 0;
        for (double at : repeats(age)) {
            int day = (int) Math.ceil(at);
            count += day > last ? 1 : 0;
            last = Math.max(last, day);
        }
        return new PurchaseHistory(count, last, age);
    }
}

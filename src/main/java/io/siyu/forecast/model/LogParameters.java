package io.siyu.forecast.model;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Finds positive parameters that maximise a function, by their logarithms: BOBYQA (Powell 2009), which draws a parabola
 * through values of the function and needs no derivatives, or, where the function is too flat for it, Nelder and Mead's
 * simplex. Deterministic.
 */
final class LogParameters {
    /** Parameters are looked for from e^-12 to e^12; beyond, none of the models changes any more. */
    private static final double BOUND = 12;

    private static final double FIRST_STEP = 1;
    private static final double LAST_STEP = 1e-7;
    private static final double FLAT = 1e-12;
    private static final int MOST_EVALUATIONS = 5000;

    private final double[] guess;
    private final ToDoubleFunction<double[]> value;

    private LogParameters(int count, ToDoubleFunction<double[]> value) {
        this.guess = new double[count];
        this.value = value;
    }

    /**
     * @param count how many parameters there are
     * @param value of the parameters; per buyer, so that it is of the size of one
     * @throws NoFitException if the search leads nowhere
     */
    static double[] maximise(int count, ToDoubleFunction<double[]> value) {
        LogParameters search = new LogParameters(count, value);
        try {
            return search.byParabola();
        } catch (MathRuntimeException tooFlat) {
            return search.bySimplex(tooFlat);
        }
    }

    private double[] byParabola() {
        double[] lower = new double[guess.length];
        double[] upper = new double[guess.length];
        Arrays.fill(lower, -BOUND);
        Arrays.fill(upper, BOUND);
        return parameters(new BOBYQAOptimizer(2 * guess.length + 1, FIRST_STEP, LAST_STEP)
                .optimize(
                        new MaxEval(MOST_EVALUATIONS),
                        objective(),
                        GoalType.MAXIMIZE,
                        new InitialGuess(guess),
                        new SimpleBounds(lower, upper))
                .getPoint());
    }

    private double[] bySimplex(MathRuntimeException before) {
        try {
            return parameters(new SimplexOptimizer(new SimpleValueChecker(FLAT, FLAT))
                    .optimize(
                            new MaxEval(MOST_EVALUATIONS),
                            objective(),
                            GoalType.MAXIMIZE,
                            new InitialGuess(guess),
                            new NelderMeadSimplex(guess.length, FIRST_STEP))
                    .getPoint());
        } catch (MathRuntimeException e) {
            e.addSuppressed(before);
            throw new NoFitException(e);
        }
    }

    private ObjectiveFunction objective() {
        return new ObjectiveFunction(logs -> value.applyAsDouble(parameters(logs)));
    }

    private static double[] parameters(double[] logs) {
        return Arrays.stream(logs)
                .map(log -> Math.exp(Math.max(-BOUND, Math.min(BOUND, log))))
                .toArray();
    }
}

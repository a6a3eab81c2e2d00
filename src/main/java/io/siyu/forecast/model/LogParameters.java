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
 * Positive parameters that maximise a likelihood, found by their logarithms: BOBYQA (Powell 2009), which draws a parabola
 * through values of the function and needs no derivatives, or, where the function is too flat for it, Nelder and Mead's
 * simplex. Deterministic.
 *
 * <p>Many likelihoods only rise along a ridge towards infinity (buyers who are all alike have r → ∞). So there is a weak
 * prior, that of a normal tail: flat from e^-4 to e^4, where usual data lead and nothing changes by it, and outside falling
 * as the square of the distance.
 *
 * @param values the parameters themselves
 * @param isAtBound whether one of them is at the end of where they are looked for
 */
record LogParameters(double[] values, boolean isAtBound) {
    private static final double BOUND = 12;
    private static final double NEAR_BOUND = 0.01;

    private static final double USUAL = 4;

    private static final double FIRST_STEP = 1;
    private static final double LAST_STEP = 1e-7;
    private static final double FLAT = 1e-12;
    private static final int MOST_EVALUATIONS = 5000;

    /**
     * @param count how many parameters there are
     * @param buyers whose likelihood it is; what is searched is one buyer's, so of the size of one
     * @param logLikelihood of the parameters
     * @throws NoFitException if the search leads nowhere
     */
    static LogParameters maximise(int count, double buyers, ToDoubleFunction<double[]> logLikelihood) {
        ObjectiveFunction objective = new ObjectiveFunction(
                logs -> (logLikelihood.applyAsDouble(parameters(logs)) + logPrior(logs)) / buyers);
        double[] guess = new double[count];
        try {
            return of(byParabola(guess, objective));
        } catch (MathRuntimeException tooFlat) {
            return of(bySimplex(guess, objective, tooFlat));
        }
    }

    private static double logPrior(double[] logs) {
        double sum = 0;
        for (double log : logs) {
            double beyond = Math.max(0, Math.abs(log) - USUAL);
            sum -= beyond * beyond;
        }
        return sum;
    }

    private static double[] byParabola(double[] guess, ObjectiveFunction objective) {
        double[] lower = new double[guess.length];
        double[] upper = new double[guess.length];
        Arrays.fill(lower, -BOUND);
        Arrays.fill(upper, BOUND);
        return new BOBYQAOptimizer(2 * guess.length + 1, FIRST_STEP, LAST_STEP)
                .optimize(
                        new MaxEval(MOST_EVALUATIONS),
                        objective,
                        GoalType.MAXIMIZE,
                        new InitialGuess(guess),
                        new SimpleBounds(lower, upper))
                .getPoint();
    }

    private static double[] bySimplex(double[] guess, ObjectiveFunction objective, MathRuntimeException before) {
        try {
            return new SimplexOptimizer(new SimpleValueChecker(FLAT, FLAT))
                    .optimize(
                            new MaxEval(MOST_EVALUATIONS),
                            objective,
                            GoalType.MAXIMIZE,
                            new InitialGuess(guess),
                            new NelderMeadSimplex(guess.length, FIRST_STEP))
                    .getPoint();
        } catch (MathRuntimeException e) {
            e.addSuppressed(before);
            throw new NoFitException(FitFlaw.NO_MAXIMUM, e);
        }
    }

    private static LogParameters of(double[] logs) {
        boolean isAtBound = Arrays.stream(logs).anyMatch(log -> !(Math.abs(log) < BOUND - NEAR_BOUND));
        return new LogParameters(parameters(logs), isAtBound);
    }

    private static double[] parameters(double[] logs) {
        return Arrays.stream(logs)
                .map(log -> Math.exp(Math.max(-BOUND, Math.min(BOUND, log))))
                .toArray();
    }
}

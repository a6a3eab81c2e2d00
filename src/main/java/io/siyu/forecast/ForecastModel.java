package io.siyu.forecast;

import io.siyu.forecast.model.FitFlaw;
import io.siyu.forecast.model.GammaGamma;
import io.siyu.forecast.model.NoFitException;
import io.siyu.forecast.model.PurchaseHistory;
import io.siyu.forecast.model.PurchaseModel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * A shop's fitted model on a day: tells what to expect of a buyer.
 *
 * @param purchases times in weeks
 * @param spend null where nothing is known of spend
 */
public record ForecastModel(PurchaseModel purchases, GammaGamma spend, LocalDate asOf) {
    /** A buyer whose chance of a purchase within a year is less than this practically never comes. */
    private static final double PRACTICALLY_NEVER = 0.05;

    private static final int YEAR = 365;

    /** Days farther off are not worth a name. */
    private static final double FARTHEST_DAYS = 10 * YEAR;

    private static final double LOW = 0.1;
    private static final double MEDIAN = 0.5;
    private static final double HIGH = 0.9;
    /** Who has more likely gone than not is not due, however soon a purchase would come otherwise. */
    private static final double LIKELY_ALIVE = 0.5;

    /** Who was due and did not come stays so for a week; after that the tier tells. */
    public static final int OVERDUE_DAYS = 7;

    private static final double DECIMALS = 10_000;
    private static final double MOST_MONEY = 999_999_999_999.0;

    /** @throws NoFitException if the model has no figures for the buyer */
    public BuyerForecast of(BuyerPurchases buyer) {
        PurchaseHistory history = buyer.history(asOf);
        double alive = purchases.probabilityAlive(history);
        LocalDate next = nextDay(history, MEDIAN);
        if (purchases.probabilityOfPurchase(history, weeks(YEAR)) < PRACTICALLY_NEVER) {
            next = null;
        }
        return new BuyerForecast(
                rounded(alive),
                rounded(purchases.expectedPurchases(history, weeks(30))),
                rounded(purchases.expectedPurchases(history, weeks(90))),
                next,
                next == null ? null : nextDay(history, LOW),
                next == null ? null : nextDay(history, HIGH),
                alive < LIKELY_ALIVE ? null : dueDay(next, buyer.cycleDueDay()),
                spendOf(buyer));
    }

    /** The day by which the next purchase has come with this probability, tomorrow at the earliest. */
    private LocalDate nextDay(PurchaseHistory history, double probability) {
        double days = Math.ceil(purchases.timeToNext(history, probability) * BuyerPurchases.DAYS_A_WEEK);
        return days > FARTHEST_DAYS ? null : asOf.plusDays(Math.max(1, (long) days));
    }

    /**
     * The sooner of the model's day and the own cycle's. The model alone would name the same busy buyers every day, since
     * to it a purchase is never overdue: the time to the next one does not depend on how long ago the last one was.
     */
    private LocalDate dueDay(LocalDate next, LocalDate cycleDueDay) {
        boolean isCycleOver = cycleDueDay == null || cycleDueDay.isBefore(asOf.minusDays(OVERDUE_DAYS));
        if (isCycleOver) {
            return next;
        }
        return next == null || cycleDueDay.isBefore(next) ? cycleDueDay : next;
    }

    private BigDecimal spendOf(BuyerPurchases buyer) {
        OptionalDouble expected =
                spend == null ? OptionalDouble.empty() : spend.expectedSpend(buyer.repeats(), buyer.repeatSpend());
        return expected.isEmpty()
                ? null
                : BigDecimal.valueOf(Math.min(expected.getAsDouble(), MOST_MONEY))
                        .setScale(2, RoundingMode.HALF_UP);
    }

    private static double weeks(int days) {
        return days / BuyerPurchases.DAYS_A_WEEK;
    }

    private static double rounded(double value) {
        if (!Double.isFinite(value)) {
            throw new NoFitException(FitFlaw.NOT_FINITE, null);
        }
        return Math.rint(value * DECIMALS) / DECIMALS;
    }
}

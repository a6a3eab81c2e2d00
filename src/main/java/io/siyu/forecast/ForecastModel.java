package io.siyu.forecast;

import io.siyu.forecast.model.BgNbd;
import io.siyu.forecast.model.GammaGamma;
import io.siyu.forecast.model.PurchaseHistory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * A shop's fitted model on a day: tells what to expect of a buyer.
 *
 * @param purchases times in weeks
 * @param spend null where too few buyers repeated
 */
record ForecastModel(BgNbd purchases, GammaGamma spend, LocalDate asOf) {
    /** A buyer whose chance of a purchase within a year is less than this practically never comes. */
    private static final double PRACTICALLY_NEVER = 0.05;

    private static final int YEAR = 365;

    /** Days farther off are not worth a name. */
    private static final double FARTHEST_DAYS = 10 * YEAR;

    private static final double LOW = 0.1;
    private static final double MEDIAN = 0.5;
    private static final double HIGH = 0.9;
    private static final double DECIMALS = 10_000;
    private static final double MOST_MONEY = 999_999_999_999.0;

    BuyerForecast of(BuyerPurchases buyer) {
        PurchaseHistory history = buyer.history(asOf);
        double alive = purchases.probabilityAlive(history);
        LocalDate next = nextDay(history, MEDIAN);
        boolean isNever = next == null || purchases.probabilityOfPurchase(history, weeks(YEAR)) < PRACTICALLY_NEVER;
        return new BuyerForecast(
                rounded(alive),
                rounded(purchases.expectedPurchases(history, weeks(30))),
                rounded(purchases.expectedPurchases(history, weeks(90))),
                isNever ? null : next,
                isNever ? null : nextDay(history, LOW),
                isNever ? null : nextDay(history, HIGH),
                spendOf(buyer));
    }

    /** The day by which the next purchase has come with this probability, tomorrow at the earliest. */
    private LocalDate nextDay(PurchaseHistory history, double probability) {
        double days = Math.ceil(purchases.timeToNext(history, probability) * BuyerPurchases.DAYS_A_WEEK);
        return days > FARTHEST_DAYS ? null : asOf.plusDays(Math.max(1, (long) days));
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
        return Math.rint(value * DECIMALS) / DECIMALS;
    }
}

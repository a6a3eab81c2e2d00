package io.siyu.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What is expected of a buyer.
 *
 * @param alive probability, four decimals; so the expected numbers of purchase days
 * @param nextDay the median of when the next purchase comes, given that it comes; null if it practically never does
 * @param nextFrom with {@code nextTo} the days between which it comes in eight of ten cases
 * @param nextTo null if that is too far off to tell
 * @param dueDay when to talk to the buyer, null for one who has more likely gone than not
 * @param spend expected net amount of a purchase day, null where nothing is known of spend
 */
public record BuyerForecast(
        double alive,
        double purchases30,
        double purchases90,
        LocalDate nextDay,
        LocalDate nextFrom,
        LocalDate nextTo,
        LocalDate dueDay,
        BigDecimal spend) {}

package io.siyu.team;

import io.siyu.platform.language.Language;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** Days of a shop, from the first to the last, both included. */
record DayRange(LocalDate from, LocalDate to, Instant begin, Instant end) {
    private static final int DEFAULT_DAYS = 30;
    private static final int MOST_DAYS = 366;

    /**
     * @param from null for thirty days up to the last one
     * @param to null for today
     * @throws io.siyu.platform.problem.ProblemException 400 for a range that ends before it begins, or of more than 366 days
     */
    static DayRange of(Shop shop, Clock clock, LocalDate from, LocalDate to) {
        LocalDate last = Objects.requireNonNullElse(to, shop.today(clock));
        LocalDate first = Objects.requireNonNullElse(from, last.minusDays(DEFAULT_DAYS - 1L));
        if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS - 1L))) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "to",
                    "Range",
                    language -> language == Language.CHINESE
                            ? "日期范围为 1 至 " + MOST_DAYS + " 天。"
                            : "A range has from 1 to " + MOST_DAYS + " days.");
        }
        return new DayRange(
                first,
                last,
                first.atStartOfDay(shop.zone()).toInstant(),
                last.plusDays(1).atStartOfDay(shop.zone()).toInstant());
    }
}

package io.siyu.content.limit;

import java.time.LocalTime;

/**
 * The limits of the post rules, as they hold on some day.
 *
 * @param momentsPerDay moments an account may post a day
 * @param momentGapMinutes minutes from one moment of an account to its next, at least
 * @param quietFrom when quiet hours begin, local time, included
 * @param quietTo when they end, local time, excluded; earlier than quietFrom when they span midnight
 * @param marketingSharePercent MARKETING moments of an account's moments over 7 days, at most
 * @param marketingPerScene of so many MARKETING moments of an account over 7 days at least one shows a {@link
 *     io.siyu.content.ContentScene}
 * @param privatePerDay private messages a follower gets a day, at most
 * @param privatePer7Days the same in 7 days in a row
 * @param privatePer30Days the same in 30 days in a row
 * @param momentPictures pictures a moment has, at most
 */
public record ContactLimits(
        int momentsPerDay,
        int momentGapMinutes,
        LocalTime quietFrom,
        LocalTime quietTo,
        int marketingSharePercent,
        int marketingPerScene,
        int privatePerDay,
        int privatePer7Days,
        int privatePer30Days,
        int momentPictures) {
    public static final ContactLimits DEFAULTS =
            new ContactLimits(3, 120, LocalTime.of(22, 30), LocalTime.of(8, 0), 40, 3, 1, 3, 10, 9);

    public boolean isQuiet(LocalTime time) {
        boolean fromOn = !time.isBefore(quietFrom);
        boolean beforeEnd = time.isBefore(quietTo);
        return quietFrom.isAfter(quietTo) ? fromOn || beforeEnd : fromOn && beforeEnd;
    }
}

package io.siyu.campaign.calendar;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** Days of the Chinese lunisolar calendar, as China reckons them, whatever zone the shop is in. */
final class LunarDay {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int NOON = 12;

    /**
     * ICU is minutes off in its new moons, which puts a month on the wrong day when the moon is new around midnight.
     * From its first day of a month to the right one, for 2000 to 2100, by J. Meeus, Astronomical Algorithms (2nd ed.),
     * chapter 49.
     */
    private static final Map<LocalDate, LocalDate> CORRECTED_MONTHS = Map.of(
            LocalDate.of(2012, 8, 18), LocalDate.of(2012, 8, 17),
            LocalDate.of(2018, 11, 7), LocalDate.of(2018, 11, 8),
            LocalDate.of(2027, 2, 7), LocalDate.of(2027, 2, 6),
            LocalDate.of(2030, 2, 2), LocalDate.of(2030, 2, 3),
            LocalDate.of(2070, 3, 13), LocalDate.of(2070, 3, 12),
            LocalDate.of(2097, 8, 7), LocalDate.of(2097, 8, 8));

    private LunarDay() {}

    /**
     * The civil day of a day in a month that is no leap month.
     *
     * @param year the civil year in which the lunar year begins
     * @param month 1 to 12
     * @param day 1 to 29; a 30th does not exist in every month
     */
    static LocalDate of(int year, int month, int day) {
        LocalDate first = firstDayByIcu(year, month);
        return CORRECTED_MONTHS.getOrDefault(first, first).plusDays(day - 1L);
    }

    private static LocalDate firstDayByIcu(int year, int month) {
        ChineseCalendar calendar = new ChineseCalendar(TimeZone.getTimeZone(CHINA.getId()));
        calendar.clear();
        // The civil year in which it begins; ICU before this version counted from 2637 BC.
        calendar.set(Calendar.EXTENDED_YEAR, year);
        calendar.set(Calendar.MONTH, month - 1);
        calendar.set(Calendar.IS_LEAP_MONTH, 0);
        calendar.set(Calendar.DAY_OF_MONTH, 1);
        calendar.set(Calendar.HOUR_OF_DAY, NOON);
        return LocalDate.ofInstant(Instant.ofEpochMilli(calendar.getTimeInMillis()), CHINA);
    }
}

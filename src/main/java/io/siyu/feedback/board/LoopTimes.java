package io.siyu.feedback.board;

import java.util.List;

/** How long loops took that were closed: which time half of them, and nine of ten, needed at most (nearest rank). */
final class LoopTimes {
    private static final double MINUTES_AN_HOUR = 60.0;
    private static final double HUNDREDTHS = 100.0;
    private static final int ALL = 100;

    private final List<Integer> minutes;

    /** @param minutes of working time, in any order */
    LoopTimes(List<Integer> minutes) {
        this.minutes = minutes.stream().sorted().toList();
    }

    int count() {
        return minutes.size();
    }

    /** In working hours with two decimals; null where there are none. */
    Double hoursAt(int percent) {
        if (minutes.isEmpty()) {
            return null;
        }
        int place = (minutes.size() * percent + ALL - 1) / ALL;
        double hours = minutes.get(Math.max(place, 1) - 1) / MINUTES_AN_HOUR;
        return Math.round(hours * HUNDREDTHS) / HUNDREDTHS;
    }
}

package io.siyu.retrospective.live;

import io.siyu.retrospective.work.Tally;
import io.siyu.retrospective.work.TaskFact;
import io.siyu.task.TaskStatus;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sorts what happened into the hours of a shop. */
public final class Hours {
    private static final int MONEY_DIGITS = 2;

    private final SortedMap<OffsetDateTime, Hour> hours = new TreeMap<>();
    private final ZoneId zone;

    public Hours(ZoneId zone) {
        this.zone = zone;
    }

    private static final class Hour {
        private final List<TaskFact> opening = new ArrayList<>();
        private int done;
        private int late;
        private int sent;
        private int failed;
        private int orders;
        private int adds;
        private int losses;
        private BigDecimal net = BigDecimal.ZERO;
    }

    private Hour at(Instant instant) {
        OffsetDateTime hour = instant.atZone(zone).truncatedTo(ChronoUnit.HOURS).toOffsetDateTime();
        return hours.computeIfAbsent(hour, h -> new Hour());
    }

    public void add(TaskFact task) {
        at(task.opensAt()).opening.add(task);
        if (task.status() == TaskStatus.DONE) {
            Hour closing = at(task.closedAt());
            closing.done++;
            closing.late += task.closedAt().isAfter(task.dueAt()) ? 1 : 0;
        }
    }

    void addSent(Instant at, int some) {
        at(at).sent += some;
    }

    void addFailed(Instant at, int some) {
        at(at).failed += some;
    }

    void addOrders(Instant at, int some, BigDecimal net) {
        Hour hour = at(at);
        hour.orders += some;
        hour.net = hour.net.add(net);
    }

    void addAdds(Instant at, int some) {
        at(at).adds += some;
    }

    void addLosses(Instant at, int some) {
        at(at).losses += some;
    }

    /** What the audience bought in all of them. */
    public BigDecimal net() {
        return hours.values().stream().map(hour -> hour.net).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** In their order; hours in which nothing happened are left out. */
    public List<HourProgress> list(Instant now) {
        List<HourProgress> list = new ArrayList<>();
        hours.forEach((key, hour) -> list.add(new HourProgress(
                key,
                Tally.of(hour.opening, now),
                hour.done,
                hour.late,
                hour.sent,
                hour.failed,
                hour.orders,
                hour.net.setScale(MONEY_DIGITS).toPlainString(),
                hour.adds,
                hour.losses)));
        return list;
    }
}

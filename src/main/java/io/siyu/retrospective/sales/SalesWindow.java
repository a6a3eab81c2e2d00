package io.siyu.retrospective.sales;

import io.siyu.campaign.Campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** From a campaign's day one to three days after its last; both days belong to it. */
public record SalesWindow(LocalDate from, LocalDate to) {
    public static SalesWindow of(Campaign campaign) {
        return new SalesWindow(campaign.startDay(), campaign.windowEndDay());
    }

    public Instant begin(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first instant that does not belong to it. */
    public Instant end(ZoneId zone) {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public List<LocalDate> days() {
        return from.datesUntil(to.plusDays(1)).toList();
    }
}

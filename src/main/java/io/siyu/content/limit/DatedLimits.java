package io.siyu.content.limit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A shop's limits over time, each read for the day on which a thing happens.
 *
 * @param byFirstDay the shop's own, by the day from which they hold; before the first one the defaults do
 */
public record DatedLimits(NavigableMap<LocalDate, ContactLimits> byFirstDay) {
    /** Of a shop that has none of its own. */
    public static final DatedLimits DEFAULTS = new DatedLimits(new TreeMap<>());

    static DatedLimits of(Collection<ContactLimit> own) {
        NavigableMap<LocalDate, ContactLimits> byFirstDay = new TreeMap<>();
        own.forEach(limit -> byFirstDay.put(limit.fromDay(), limit.limits()));
        return new DatedLimits(byFirstDay);
    }

    public ContactLimits on(LocalDate day) {
        var holding = byFirstDay.floorEntry(day);
        return holding == null ? ContactLimits.DEFAULTS : holding.getValue();
    }
}

package io.siyu.follower.contact;

import io.siyu.content.limit.ContactLimits;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many private messages a follower gets within a day, 7 and 30 days. Every span of days that the day in question lies
 * in counts, because a report may come in later than others that happened after it.
 *
 * @param limits as they hold on the day in question
 * @param contacts the follower's other private messages, of 29 days before the day until 29 days after it
 */
record PrivateLimits(ContactLimits limits, List<PastContact> contacts, ZoneId zone) {
    /** How many days on both sides of a day its limits look at. */
    static final int REACH = 29;

    private static final int WEEK = 7;
    private static final int MONTH = 30;

    private record Span(ContactRule rule, int days, int allowed) {}

    /** Each limit that one more message on the day goes over. */
    List<ReachedLimit> reachedOn(LocalDate day) {
        List<ReachedLimit> reached = new ArrayList<>();
        for (Span span : spans()) {
            List<PastContact> fullest = fullestWith(day, span.days());
            if (fullest.size() >= span.allowed()) {
                PastContact latest = fullest.stream()
                        .max(Comparator.comparing(PastContact::at))
                        .orElse(null);
                reached.add(new ReachedLimit(
                        span.rule(),
                        span.allowed(),
                        fullest.size() + 1,
                        latest,
                        latest == null ? null : latest.at(),
                        freeFrom(day).atStartOfDay(zone).toInstant()));
            }
        }
        return reached;
    }

    /** By then what counts today lies behind; limits that begin to hold meanwhile are not looked at. */
    private LocalDate freeFrom(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (isFull(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private boolean isFull(LocalDate day) {
        return spans().stream()
                .anyMatch(span ->
                        span.allowed() > 0 && fullestWith(day, span.days()).size() >= span.allowed());
    }

    private List<PastContact> fullestWith(LocalDate day, int days) {
        List<PastContact> fullest = List.of();
        for (LocalDate first = day.minusDays(days - 1L); !first.isAfter(day); first = first.plusDays(1)) {
            List<PastContact> within = within(first, first.plusDays(days - 1L));
            if (within.size() > fullest.size()) {
                fullest = within;
            }
        }
        return fullest;
    }

    private List<PastContact> within(LocalDate first, LocalDate last) {
        return contacts.stream()
                .filter(contact ->
                        !contact.day().isBefore(first) && !contact.day().isAfter(last))
                .toList();
    }

    private List<Span> spans() {
        return List.of(
                new Span(ContactRule.PRIVATE_PER_DAY, 1, limits.privatePerDay()),
                new Span(ContactRule.PRIVATE_PER_7_DAYS, WEEK, limits.privatePer7Days()),
                new Span(ContactRule.PRIVATE_PER_30_DAYS, MONTH, limits.privatePer30Days()));
    }
}

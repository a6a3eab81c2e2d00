package io.siyu.task.sequence;

import io.siyu.follower.audience.AudienceLists;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.tier.TierStandings;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * Makes the occurrences of a step on a day, one for each follower whose day it is, by one statement: the table's key is
 * sequence, step, follower and basis day, so that it may be said again whatever restarts.
 */
@ApplicationScoped
class DueFollowers {
    /** Made later than this after its time, an occurrence is marked as late. */
    private static final Duration LATE_AFTER = Duration.ofMinutes(15);

    /** Due days move a little whenever tiers are worked out: who has moved over a step's day gets it so many days late. */
    private static final int SHIFT_DAYS = 2;

    private static final String ADD = "INSERT INTO follower_sequence_occurrence (shop_id, sequence_id, step_day,"
            + " follower_id, basis_day, occurrence_day, planned_at, late, state, reason, made_at, changed_at)";

    private static final String WHO =
            " FROM follower f JOIN buyer b ON b.shop_id = f.shop_id AND b.id = f.buyer_id" + " AND b.opted_out = FALSE";

    private static final String ON_ACCOUNTS =
            " WHERE f.shop_id = ? AND f.status = 'ADDED' AND f.account_id IS NOT NULL";

    private static final String UNLESS_THERE = " ON DUPLICATE KEY UPDATE shop_id = VALUES(shop_id)";

    private final Sql sql;

    DueFollowers(Sql sql) {
        this.sql = sql;
    }

    /** @param isOver whether the day's end has passed: what has not been made by then is not sent any more */
    void make(FollowerSequence sequence, SequenceStep step, SequenceDay day, boolean isOver, Instant now) {
        SqlFragment statement =
                switch (sequence.basis()) {
                    case JOINED -> joined(sequence, step, day, isOver, now);
                    case DUE -> due(sequence, step, day, isOver, now);
                };
        sql.update(statement.add(filter(sequence.terms())).add(UNLESS_THERE));
    }

    /** Whoever joins after the time of the day itself gets the step of that day at once. */
    private static SqlFragment joined(
            FollowerSequence sequence, SequenceStep step, SequenceDay day, boolean isOver, Instant now) {
        LocalDate basis = day.day().minusDays(step.day());
        ZoneId zone = day.zone();
        Instant start = day.startOf(step);
        SqlFragment plannedAt = SqlFragment.of("GREATEST(CAST(? AS DATETIME(6)), f.added_at)", start);
        return SqlFragment.of(
                        ADD + " SELECT f.shop_id, ?, ?, f.id, ?, ?, ", sequence.id(), step.day(), basis, day.day())
                .add(plannedAt)
                .add(", ")
                .add(plannedAt)
                .add(" < ?, ", now.minus(LATE_AFTER))
                .add(outcome(day.day(), isOver, now))
                .add(WHO + ON_ACCOUNTS, sequence.shopId())
                .add(
                        " AND f.added_at >= ? AND f.added_at < ? AND ",
                        basis.atStartOfDay(zone).toInstant(),
                        earlier(basis.plusDays(1).atStartOfDay(zone).toInstant(), day.end()))
                .add(plannedAt)
                .add(" >= ?", sequence.inForceSince());
    }

    /** Once between two purchases, however the due day moves meanwhile. */
    private static SqlFragment due(
            FollowerSequence sequence, SequenceStep step, SequenceDay day, boolean isOver, Instant now) {
        Instant start = day.startOf(step);
        LocalDate first = firstDay(sequence, step, day.zone());
        LocalDate from = later(day.day().minusDays(SHIFT_DAYS), first).minusDays(step.day());
        return SqlFragment.of(
                        ADD + " SELECT f.shop_id, ?, ?, f.id, " + TierStandings.DUE_DAY + ", ?, ?, ? OR "
                                + TierStandings.DUE_DAY + " < ?, ",
                        sequence.id(),
                        step.day(),
                        day.day(),
                        start,
                        start.isBefore(now.minus(LATE_AFTER)),
                        day.day().minusDays(step.day()))
                .add(outcome(day.day(), isOver, now))
                .add(WHO + " JOIN tier_run r ON r.shop_id = f.shop_id" + ON_ACCOUNTS, sequence.shopId())
                .add(
                        " AND b.last_day IS NOT NULL AND " + TierStandings.DUE_DAY + " BETWEEN ? AND ?",
                        from,
                        day.day().minusDays(step.day()))
                .add(
                        " AND NOT EXISTS (SELECT 1 FROM follower_sequence_occurrence o WHERE o.shop_id = f.shop_id"
                                + " AND o.sequence_id = ? AND o.step_day = ? AND o.follower_id = f.id"
                                + " AND o.occurrence_day > b.last_day)",
                        sequence.id(),
                        step.day());
    }

    /** State, reason, and when both were so first. */
    private static SqlFragment outcome(LocalDate day, boolean isOver, Instant now) {
        SqlFragment reached = AudienceLists.isNotHeldOutOn(day);
        return SqlFragment.of("CASE WHEN ")
                .add(reached)
                .add(
                        isOver
                                ? " THEN 'EXPIRED' ELSE 'LEFT_OUT' END, CASE WHEN "
                                : " THEN 'WAITING' ELSE 'LEFT_OUT' END, CASE WHEN ")
                .add(reached)
                .add(
                        isOver ? " THEN 'DAY_OVER' ELSE 'HELD_OUT' END, ?, ?" : " THEN NULL ELSE 'HELD_OUT' END, ?, ?",
                        now,
                        now);
    }

    private static SqlFragment filter(SequenceTerms terms) {
        SqlFragment filter = SqlFragment.EMPTY;
        if (!terms.accounts().isEmpty()) {
            filter = filter.add(SqlFragment.named(
                    " AND f.account_id IN (:some)",
                    Map.of("some", terms.accounts().stream().map(Id::value).toList())));
        }
        if (!terms.tiers().isEmpty()) {
            filter = filter.add(SqlFragment.named(" AND f.tier IN (:some)", Map.of("some", terms.tiers())));
        }
        return filter;
    }

    /** The first day on which the step goes out at all: what was due before the sequence is none of its occurrences. */
    private static LocalDate firstDay(FollowerSequence sequence, SequenceStep step, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(sequence.inForceSince(), zone);
        boolean isAhead = !day.atTime(step.at()).atZone(zone).toInstant().isBefore(sequence.inForceSince());
        return isAhead ? day : day.plusDays(1);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}

package io.siyu.campaign.daily;

import io.siyu.platform.ids.ShopOwned;
import io.siyu.platform.problem.ErrorCode;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What a shop posts from day to day, beside campaigns (R12). Its occurrences are made some days ahead; the clock makes those
 * of one more day each midnight.
 */
@Entity
public class DailyPlan extends ShopOwned {
    /** How far ahead occurrences are made. */
    public static final int DAYS_AHEAD = 14;

    private String name;
    private LocalDate fromDay;
    private LocalDate toDay;

    @Convert(converter = DailyRhythmConverter.class)
    private DailyRhythm rhythm;

    @Enumerated(EnumType.STRING)
    private DailyPlanStatus status;

    private int revision;
    private Instant inForceSince;
    private LocalDate madeThrough;
    private Instant dueAt;
    private String createdBy;
    private Instant createdAt;

    /** For Hibernate. */
    protected DailyPlan() {}

    public DailyPlan(long shopId, DailyPlanTerms terms, LocalDate today, String by, Instant now) {
        super(shopId);
        this.status = DailyPlanStatus.ACTIVE;
        this.revision = 1;
        this.createdBy = by;
        this.createdAt = now;
        take(terms);
        beInForce(today, now);
    }

    private void take(DailyPlanTerms terms) {
        name = terms.name();
        fromDay = terms.fromDay();
        toDay = terms.toDay();
        rhythm = terms.rhythm();
    }

    /** What was due before this instant is no occurrence of what it is now. */
    private void beInForce(LocalDate today, Instant now) {
        inForceSince = now;
        madeThrough = today.minusDays(1);
        dueAt = now;
    }

    /** @return what it came to: all is planned anew but for a name */
    PlanEdit change(DailyPlanTerms terms, DailyPlanStatus newStatus, LocalDate today, Instant now) {
        if (terms.equals(terms()) && newStatus == status) {
            return PlanEdit.NOTHING;
        }
        if (status == DailyPlanStatus.ENDED) {
            throw ErrorCode.STATE_CONFLICT.problem("The plan has ended; make a new one.");
        }
        boolean isOtherwise = newStatus != status || !terms.postsTheSameAs(terms());
        revision++;
        take(terms);
        status = newStatus;
        if (!isOtherwise) {
            return PlanEdit.NAME;
        }
        if (status == DailyPlanStatus.ACTIVE) {
            beInForce(today, now);
            return PlanEdit.PLAN_ANEW;
        }
        dueAt = null;
        return PlanEdit.WITHDRAW;
    }

    /** All occurrences up to that day are made; it is looked at again when the next one is to be made. */
    void madeThrough(LocalDate day, ZoneId zone) {
        madeThrough = day;
        dueAt = toDay != null && !day.isBefore(toDay)
                ? null
                : day.minusDays(DAYS_AHEAD - 1L).atStartOfDay(zone).toInstant();
    }

    /** The last day of which it makes occurrences now. */
    LocalDate horizon(LocalDate today) {
        LocalDate ahead = today.plusDays(DAYS_AHEAD);
        return toDay != null && toDay.isBefore(ahead) ? toDay : ahead;
    }

    boolean postsOn(LocalDate day) {
        return status == DailyPlanStatus.ACTIVE
                && !day.isBefore(fromDay)
                && (toDay == null || !day.isAfter(toDay))
                && rhythm.postsOn(day);
    }

    boolean isDue(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }

    DailyPlanTerms terms() {
        return new DailyPlanTerms(name, fromDay, toDay, rhythm);
    }

    public DailyRhythm rhythm() {
        return rhythm;
    }

    public DailyPlanStatus status() {
        return status;
    }

    /** Counts its edits, and not what the clock does. */
    public int revision() {
        return revision;
    }

    /** What it is, it is since then: earlier times are none of its occurrences. */
    Instant inForceSince() {
        return inForceSince;
    }

    /** The last day of which all occurrences are made. */
    public LocalDate madeThrough() {
        return madeThrough;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }
}

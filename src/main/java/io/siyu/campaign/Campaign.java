package io.siyu.campaign;

import io.siyu.campaign.calendar.CampaignDay;
import io.siyu.campaign.calendar.MarketingNode;
import io.siyu.campaign.calendar.PlanWindow;
import io.siyu.campaign.calendar.WindowSource;
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
 * Three days of selling to a shop's followers. It runs from 00:00 of its first day to 00:00 after its third, in the
 * shop's zone. Each edit makes a new revision, which needs its own approvals: so an edit takes a campaign that is
 * PREPARING or READY back to REVIEW.
 */
@Entity
public class Campaign extends ShopOwned {
    private String name;
    private LocalDate startDay;
    private Instant startsAt;
    private Instant endsAt;

    @Enumerated(EnumType.STRING)
    private Mechanic mechanic;

    private String offer;

    @Convert(converter = AudienceConverter.class)
    private Audience audience;

    private int holdoutPercent;

    @Enumerated(EnumType.STRING)
    private CampaignStatus status;

    private int revision;
    private boolean missedStart;
    private Instant clockAt;

    @Enumerated(EnumType.STRING)
    private WindowSource source;

    @Enumerated(EnumType.STRING)
    private MarketingNode node;

    private LocalDate plannedDay;
    private String lessons;
    private String createdBy;
    private Instant createdAt;

    /** For Hibernate. */
    protected Campaign() {}

    public Campaign(long shopId, CampaignTerms terms, ZoneId zone, String createdBy, Instant createdAt) {
        super(shopId);
        this.status = CampaignStatus.DRAFT;
        this.revision = 1;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
        take(terms, zone);
    }

    /** A draft for a window of a plan; the plan may change it until somebody touches it. */
    public static Campaign planned(long shopId, PlanWindow window, ZoneId zone, String createdBy, Instant createdAt) {
        CampaignTerms terms = new CampaignTerms(window.campaignName(), window.startDay(), null, null, Audience.OPEN, 0);
        Campaign campaign = new Campaign(shopId, terms, zone, createdBy, createdAt);
        campaign.standFor(window);
        return campaign;
    }

    /** Takes the days and the reason of a window of another plan; it stays a draft that nobody has touched. */
    public void replan(PlanWindow window, ZoneId zone) {
        require(isUntouchedPlan(), "A campaign that somebody has touched is not planned anew.");
        take(new CampaignTerms(window.campaignName(), window.startDay(), null, null, Audience.OPEN, 0), zone);
        standFor(window);
    }

    private void standFor(PlanWindow window) {
        plannedDay = window.startDay();
        source = window.source();
        node = window.node();
    }

    /** Whether it is just what a plan would make of the window. */
    public boolean standsFor(PlanWindow window) {
        return startDay.equals(window.startDay())
                && source == window.source()
                && node == window.node()
                && name.equals(window.campaignName());
    }

    /** @return whether anything changed; if so it is a new revision */
    public boolean change(CampaignTerms terms, ZoneId zone) {
        status.requireEditable();
        if (terms.equals(terms())) {
            return false;
        }
        take(terms, zone);
        revise();
        return true;
    }

    private void take(CampaignTerms terms, ZoneId zone) {
        boolean moved = !terms.startDay().equals(startDay);
        name = terms.name();
        mechanic = terms.mechanic();
        offer = terms.offer();
        audience = terms.audience();
        holdoutPercent = terms.holdoutPercent();
        if (moved) {
            startDay = terms.startDay();
            startsAt = startDay.atStartOfDay(zone).toInstant();
            endsAt = startDay.plusDays(CampaignDay.COUNT).atStartOfDay(zone).toInstant();
            clockAt = startsAt;
            missedStart = false;
        }
    }

    /** Something of it changed, its posts included. What was approved must be approved again. */
    public void revise() {
        status.requireEditable();
        nextRevision();
        if (status == CampaignStatus.PREPARING || status == CampaignStatus.READY) {
            status = CampaignStatus.REVIEW;
            clockAt = missedStart ? null : startsAt;
        }
    }

    /** A new revision that keeps its status: the time or script of a post that has not gone out. */
    public void reviseInPlace() {
        require(status.isReadyOrRunning(), "A campaign that is " + status + " is not revised in place.");
        nextRevision();
    }

    private void nextRevision() {
        revision++;
        touch();
    }

    /** From here on no plan changes it. */
    private void touch() {
        plannedDay = null;
    }

    public void submitForReview() {
        stepTo(CampaignStatus.REVIEW);
    }

    /** Its members agree: it is prepared now. */
    public void approve() {
        stepTo(CampaignStatus.PREPARING);
    }

    /** It waits for its start, as long as that can still come. */
    public void makeReady(Instant now) {
        requireStep(CampaignStatus.READY, now);
        stepTo(CampaignStatus.READY);
        clockAt = startsAt;
    }

    public void close() {
        stepTo(CampaignStatus.CLOSED);
    }

    public void cancel() {
        stepTo(CampaignStatus.CANCELLED);
        clockAt = null;
    }

    /** The clock's: day one has begun. */
    public void start() {
        stepTo(CampaignStatus.RUNNING);
        clockAt = endsAt;
    }

    /** The clock's: day three is over. */
    public void end() {
        stepTo(CampaignStatus.ENDED);
        clockAt = null;
    }

    /** The clock's: day one has begun and it is not READY. It stays flagged even if an admin lets it start late. */
    public void missStart() {
        require(status.isBeforeReady(), "A campaign that is " + status + " does not miss its start.");
        missedStart = true;
        touch();
        clockAt = null;
    }

    /** What the retrospective taught; needed before it can be CLOSED. */
    public void learn(String newLessons) {
        require(status == CampaignStatus.ENDED, "Lessons are written when a campaign has ENDED; it is " + status + ".");
        lessons = newLessons;
    }

    /**
     * What the step to that status requires, for who has more to ask before taking it.
     *
     * @throws io.siyu.platform.problem.ProblemException 409 if the step is not one from here
     */
    public void requireStep(CampaignStatus to, Instant now) {
        status.requireStep(to);
        if (to == CampaignStatus.READY) {
            require(now.isBefore(endsAt), "Its three days are over; move its start or cancel it.");
        }
    }

    private static void require(boolean allowed, String otherwise) {
        if (!allowed) {
            throw ErrorCode.STATE_CONFLICT.problem(otherwise);
        }
    }

    private void stepTo(CampaignStatus next) {
        status.requireStep(next);
        touch();
        status = next;
    }

    public CampaignTerms terms() {
        return new CampaignTerms(name, startDay, mechanic, offer, audience, holdoutPercent);
    }

    public String name() {
        return name;
    }

    public LocalDate startDay() {
        return startDay;
    }

    public LocalDate endDay() {
        return terms().endDay();
    }

    public Instant startsAt() {
        return startsAt;
    }

    /** 00:00 after its third day; it is over at this instant. */
    public Instant endsAt() {
        return endsAt;
    }

    public Mechanic mechanic() {
        return mechanic;
    }

    public String offer() {
        return offer;
    }

    public Audience audience() {
        return audience;
    }

    public int holdoutPercent() {
        return holdoutPercent;
    }

    public CampaignStatus status() {
        return status;
    }

    public int revision() {
        return revision;
    }

    public boolean hasMissedStart() {
        return missedStart;
    }

    /** When the clock has something to do next, null if nothing. */
    public Instant clockAt() {
        return clockAt;
    }

    public WindowSource source() {
        return source;
    }

    public MarketingNode node() {
        return node;
    }

    /** A planned draft that nobody has touched. */
    public boolean isUntouchedPlan() {
        return plannedDay != null;
    }

    public String lessons() {
        return lessons;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }
}

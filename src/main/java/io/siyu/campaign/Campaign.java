package io.siyu.campaign;

import io.siyu.campaign.calendar.MarketingNode;
import io.siyu.campaign.calendar.PlanWindow;
import io.siyu.campaign.calendar.WindowSource;
import io.siyu.platform.ids.ShopOwned;
import io.siyu.platform.problem.ErrorCode;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A few days of selling to a shop's followers. It runs from 00:00 of its first day to 00:00 after its last, in the
 * shop's zone. Each edit counts as a revision; one of what followers would see or get is a new content revision, which
 * needs its own approvals: so it takes a campaign that is PREPARING or READY back to REVIEW.
 */
@Entity
public class Campaign extends ShopOwned {
    /** Some buy a little later because of what they read. */
    public static final int SALES_DAYS_AFTER = 3;

    private String name;
    private LocalDate startDay;
    private int days;
    private Instant startsAt;
    private Instant endsAt;

    @Enumerated(EnumType.STRING)
    private Mechanic mechanic;

    private String offer;

    @Convert(converter = AudienceConverter.class)
    private Audience audience;

    private int holdoutPercent;
    private int priority;
    private BigDecimal salesTarget;

    @Enumerated(EnumType.STRING)
    private CampaignStatus status;

    private int revision;
    private int contentRevision;
    private boolean changeProposed;
    private boolean missedStart;
    private Instant clockAt;

    @Enumerated(EnumType.STRING)
    private WindowSource source;

    @Enumerated(EnumType.STRING)
    private MarketingNode node;

    private LocalDate plannedDay;
    private String playbook;
    private Integer playbookVersion;
    private String lessons;
    private Long repeatsCampaignId;
    private String carriedLessons;
    private String createdBy;
    private Instant createdAt;

    /** For Hibernate. */
    protected Campaign() {}

    public Campaign(long shopId, CampaignTerms terms, ZoneId zone, String createdBy, Instant createdAt) {
        super(shopId);
        this.status = CampaignStatus.DRAFT;
        this.revision = 1;
        this.contentRevision = 1;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
        take(terms, zone);
    }

    /** A draft for a window of a plan; the plan may change it until somebody touches it. */
    public static Campaign planned(long shopId, PlanWindow window, ZoneId zone, String createdBy, Instant createdAt) {
        CampaignTerms terms = CampaignTerms.drafted(window.campaignName(), window.startDay());
        Campaign campaign = new Campaign(shopId, terms, zone, createdBy, createdAt);
        campaign.standFor(window);
        return campaign;
    }

    /**
     * A draft of the same, with what the earlier one taught.
     *
     * @param terms the earlier one's, on other days
     */
    public static Campaign repeating(
            Campaign earlier, CampaignTerms terms, ZoneId zone, String createdBy, Instant createdAt) {
        require(
                earlier.status == CampaignStatus.ENDED || earlier.status == CampaignStatus.CLOSED,
                "Only a campaign that has ended is repeated; it is " + earlier.status + ".");
        Campaign campaign = new Campaign(earlier.shopId(), terms, zone, createdBy, createdAt);
        campaign.repeatsCampaignId = earlier.id();
        campaign.carriedLessons = earlier.lessons;
        return campaign;
    }

    /** Takes the days and the reason of a window of another plan; it stays a draft that nobody has touched. */
    public void replan(PlanWindow window, ZoneId zone) {
        require(isUntouchedPlan(), "A campaign that somebody has touched is not planned anew.");
        take(CampaignTerms.drafted(window.campaignName(), window.startDay()), zone);
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

    /** @return what it came to: a name or a target asks nobody anew */
    public Edit change(CampaignTerms terms, ZoneId zone) {
        status.requireEditable();
        CampaignTerms before = terms();
        if (terms.equals(before)) {
            return Edit.NOTHING;
        }
        take(terms, zone);
        if (terms.offersTheSameAs(before)) {
            edit();
            return Edit.BESIDE_CONTENT;
        }
        revise();
        return Edit.CONTENT;
    }

    private void take(CampaignTerms terms, ZoneId zone) {
        boolean moved = !terms.startDay().equals(startDay);
        boolean longer = terms.days() != days;
        name = terms.name();
        startDay = terms.startDay();
        days = terms.days();
        mechanic = terms.mechanic();
        offer = terms.offer();
        audience = terms.audience();
        holdoutPercent = terms.holdoutPercent();
        priority = terms.priority();
        salesTarget = terms.salesTarget();
        if (moved) {
            startsAt = startDay.atStartOfDay(zone).toInstant();
            clockAt = startsAt;
            missedStart = false;
        }
        if (moved || longer) {
            endsAt = startDay.plusDays(days).atStartOfDay(zone).toInstant();
        }
    }

    /** @return whether it was filled from another playbook, or another version of it, or none before */
    public boolean fillFrom(String newPlaybook, int version) {
        if (newPlaybook.equals(playbook) && version == playbookVersion) {
            return false;
        }
        playbook = newPlaybook;
        playbookVersion = version;
        return true;
    }

    /** What followers would see or get has changed. What was approved must be approved again. */
    public void revise() {
        status.requireEditable();
        edit();
        contentRevision++;
        if (status == CampaignStatus.PREPARING || status == CampaignStatus.READY) {
            backToReview();
        }
    }

    /** Something that no follower sees has changed, such as the line that a post is counted to. */
    public void reviseBesideContent() {
        require(status.isBeforeEnd(), "A campaign that is " + status + " is not edited.");
        edit();
    }

    /** New content of a campaign that goes on: it is reviewed meanwhile, and not in effect before it is approved. */
    public void propose() {
        require(
                status.isUnderWay(),
                "A campaign that is " + status + " has no changes to propose; before it runs its posts are edited.");
        require(!changeProposed, "Another change waits for its approvals; withdraw it first.");
        edit();
        contentRevision++;
        changeProposed = true;
    }

    /** The change that was proposed is in effect, or never will be. */
    public void settleProposal() {
        changeProposed = false;
    }

    /** Whether its latest content revision waits for reviews. */
    public boolean isReviewed() {
        return status == CampaignStatus.REVIEW || status.isUnderWay() && changeProposed;
    }

    private void edit() {
        revision++;
        touch();
    }

    /** From here on no plan changes it. */
    private void touch() {
        plannedDay = null;
    }

    /** From DRAFT; or back from READY, where nothing of it has gone out. */
    public void submitForReview() {
        boolean wasReady = status == CampaignStatus.READY;
        stepTo(CampaignStatus.REVIEW);
        if (wasReady) {
            backToReview();
        }
    }

    private void backToReview() {
        status = CampaignStatus.REVIEW;
        clockAt = missedStart ? null : startsAt;
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

    /** The clock's: day one has begun. Or people's, after a pause. */
    public void start() {
        stepTo(CampaignStatus.RUNNING);
        clockAt = endsAt;
    }

    /** Nothing of it opens or is claimed until it goes on; its days pass all the same. */
    public void pause() {
        stepTo(CampaignStatus.PAUSED);
    }

    /** The clock's: its last day is over. */
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

    /** Its days begin and end by the clock of another zone; what has begun has begun. */
    public void moveTo(ZoneId zone) {
        require(status.isBeforeEnd(), "A campaign that is " + status + " keeps its days.");
        if (!status.isUnderWay()) {
            startsAt = startDay.atStartOfDay(zone).toInstant();
        }
        endsAt = startDay.plusDays(days).atStartOfDay(zone).toInstant();
        if (clockAt != null) {
            clockAt = status.isUnderWay() ? endsAt : startsAt;
        }
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
            require(now.isBefore(endsAt), "Its days are over; move its start or cancel it.");
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
        return new CampaignTerms(
                name, startDay, days, mechanic, offer, audience, holdoutPercent, priority, salesTarget);
    }

    public String name() {
        return name;
    }

    public LocalDate startDay() {
        return startDay;
    }

    public int days() {
        return days;
    }

    public LocalDate endDay() {
        return startDay.plusDays(days - 1L);
    }

    /** The last day on which what is bought is counted to it. */
    public LocalDate windowEndDay() {
        return endDay().plusDays(SALES_DAYS_AFTER);
    }

    public Instant startsAt() {
        return startsAt;
    }

    /** 00:00 after its last day; it is over at this instant. */
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

    /** Of two campaigns that want one follower on one day, the one with more keeps him. */
    public int priority() {
        return priority;
    }

    /** What it is to sell, in the shop's currency; null if nobody has said. */
    public BigDecimal salesTarget() {
        return salesTarget;
    }

    /** Counts its edits. */
    public int revision() {
        return revision;
    }

    /** Counts what its followers would see or get: approvals and briefings are of one of these. */
    public int contentRevision() {
        return contentRevision;
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

    /** The key of the playbook that filled its days, null if none did. */
    public String playbook() {
        return playbook;
    }

    /** Which version of it. */
    public Integer playbookVersion() {
        return playbookVersion;
    }

    public String lessons() {
        return lessons;
    }

    /** The earlier one that it repeats; null if none. */
    public Long repeatsCampaignId() {
        return repeatsCampaignId;
    }

    /** What that one taught; null if nothing was written down. */
    public String carriedLessons() {
        return carriedLessons;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }
}

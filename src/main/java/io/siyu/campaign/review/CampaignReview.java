package io.siyu.campaign.review;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;
import io.siyu.platform.ids.ShopOwned;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import java.time.Instant;

/** What a member thinks of one content revision of a campaign. */
@Entity
public class CampaignReview extends ShopOwned {
    private long campaignId;
    private int revision;
    private int contentRevision;
    private long staffId;
    private String reviewer;

    @Enumerated(EnumType.STRING)
    private ReviewDecision decision;

    private String note;
    private Instant reviewedAt;

    /** For Hibernate. */
    protected CampaignReview() {}

    public CampaignReview(Campaign campaign, Actor actor, ReviewDecision decision, String note, Instant reviewedAt) {
        super(campaign.shopId());
        this.campaignId = campaign.id();
        this.revision = campaign.revision();
        this.contentRevision = campaign.contentRevision();
        this.staffId = actor.staffId();
        this.reviewer = actor.displayName();
        this.decision = decision;
        this.note = note;
        this.reviewedAt = reviewedAt;
    }

    public long campaignId() {
        return campaignId;
    }

    public int revision() {
        return revision;
    }

    /** What it is about: only an approval of the latest counts. */
    public int contentRevision() {
        return contentRevision;
    }

    public long staffId() {
        return staffId;
    }

    public String reviewer() {
        return reviewer;
    }

    public ReviewDecision decision() {
        return decision;
    }

    public String note() {
        return note;
    }

    public Instant reviewedAt() {
        return reviewedAt;
    }
}

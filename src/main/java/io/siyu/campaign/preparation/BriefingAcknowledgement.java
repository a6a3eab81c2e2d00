package io.siyu.campaign.preparation;

import io.siyu.campaign.Actor;
import io.siyu.platform.ids.ShopOwned;

import jakarta.persistence.Entity;

import java.time.Instant;

/** A member has understood a briefing round. */
@Entity
public class BriefingAcknowledgement extends ShopOwned {
    private long campaignId;
    private int roundNo;
    private long staffId;
    private String acknowledgedBy;
    private Instant acknowledgedAt;

    /** For Hibernate. */
    protected BriefingAcknowledgement() {}

    public BriefingAcknowledgement(CampaignBriefing briefing, Actor actor, Instant acknowledgedAt) {
        super(briefing.shopId());
        this.campaignId = briefing.campaignId();
        this.roundNo = briefing.roundNo();
        this.staffId = actor.staffId();
        this.acknowledgedBy = actor.displayName();
        this.acknowledgedAt = acknowledgedAt;
    }

    public long campaignId() {
        return campaignId;
    }

    public int roundNo() {
        return roundNo;
    }

    public long staffId() {
        return staffId;
    }

    public String acknowledgedBy() {
        return acknowledgedBy;
    }

    public Instant acknowledgedAt() {
        return acknowledgedAt;
    }
}

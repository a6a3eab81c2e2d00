package io.siyu.campaign.review;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;
import io.siyu.platform.ids.ShopOwned;

import jakarta.persistence.Entity;

import java.time.Instant;

/**
 * Why a member holds a campaign to be wrong. Before READY it blocks until somebody says how it was resolved; later it is
 * owed that answer.
 */
@Entity
public class CampaignObjection extends ShopOwned {
    private long campaignId;
    private int revision;
    private long staffId;
    private String raisedBy;
    private Instant raisedAt;
    private String text;
    private String resolution;
    private String resolvedBy;
    private Instant resolvedAt;

    /** For Hibernate. */
    protected CampaignObjection() {}

    public CampaignObjection(Campaign campaign, Actor actor, String text, Instant raisedAt) {
        super(campaign.shopId());
        this.campaignId = campaign.id();
        this.revision = campaign.revision();
        this.staffId = actor.staffId();
        this.raisedBy = actor.displayName();
        this.raisedAt = raisedAt;
        this.text = text;
    }

    public void resolve(String newResolution, Actor actor, Instant at) {
        resolution = newResolution;
        resolvedBy = actor.displayName();
        resolvedAt = at;
    }

    public boolean isOpen() {
        return resolvedAt == null;
    }

    public long campaignId() {
        return campaignId;
    }

    public int revision() {
        return revision;
    }

    public long staffId() {
        return staffId;
    }

    public String raisedBy() {
        return raisedBy;
    }

    public Instant raisedAt() {
        return raisedAt;
    }

    public String text() {
        return text;
    }

    public String resolution() {
        return resolution;
    }

    public String resolvedBy() {
        return resolvedBy;
    }

    public Instant resolvedAt() {
        return resolvedAt;
    }
}

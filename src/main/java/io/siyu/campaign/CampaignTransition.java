package io.siyu.campaign;

import io.siyu.platform.ids.ShopOwned;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import java.time.Instant;
import java.util.List;

/** One change of a campaign's status. Never changes. */
@Entity
public class CampaignTransition extends ShopOwned {
    /** Who moved it, when the clock did. */
    public static final String CLOCK = "clock";

    private static final String SEPARATOR = ",";

    private long campaignId;

    @Enumerated(EnumType.STRING)
    private CampaignStatus fromStatus;

    @Enumerated(EnumType.STRING)
    private CampaignStatus toStatus;

    private int revision;
    private Long staffId;
    private String movedBy;
    private Instant movedAt;
    private String reason;
    private String overridden;

    /** For Hibernate. */
    protected CampaignTransition() {}

    private CampaignTransition(Campaign campaign, CampaignStatus from, String movedBy, Instant movedAt) {
        super(campaign.shopId());
        this.campaignId = campaign.id();
        this.fromStatus = from;
        this.toStatus = campaign.status();
        this.revision = campaign.revision();
        this.movedBy = movedBy;
        this.movedAt = movedAt;
        this.overridden = "";
    }

    /** The campaign has just come from that status, by the clock. */
    static CampaignTransition byClock(Campaign campaign, CampaignStatus from, Instant at) {
        return new CampaignTransition(campaign, from, CLOCK, at);
    }

    /** The campaign has just come from that status, by a person. */
    static CampaignTransition byHand(Campaign campaign, CampaignStatus from, Actor actor, Instant at, String reason) {
        CampaignTransition transition = new CampaignTransition(campaign, from, actor.username(), at);
        transition.staffId = actor.staffId();
        transition.reason = reason;
        return transition;
    }

    /** These gates were not met, and an admin went on for the reason given. */
    CampaignTransition overriding(List<String> gates) {
        overridden = String.join(SEPARATOR, gates);
        return this;
    }

    public long campaignId() {
        return campaignId;
    }

    public CampaignStatus fromStatus() {
        return fromStatus;
    }

    public CampaignStatus toStatus() {
        return toStatus;
    }

    public int revision() {
        return revision;
    }

    /** Null for the clock. */
    public Long staffId() {
        return staffId;
    }

    public String movedBy() {
        return movedBy;
    }

    public Instant movedAt() {
        return movedAt;
    }

    public String reason() {
        return reason;
    }

    /** Codes of the gates that were overridden, each once; empty as a rule. */
    public List<String> overridden() {
        return overridden.isEmpty() ? List.of() : List.of(overridden.split(SEPARATOR));
    }
}

package io.siyu.campaign.preparation;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;
import io.siyu.platform.ids.ShopOwned;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;

import java.time.Instant;

/** One round in which those who will post are told how. */
@Entity
public class CampaignBriefing extends ShopOwned {
    private long campaignId;
    private int roundNo;
    private int contentRevision;

    @Convert(converter = AgendaConverter.class)
    private Agenda agenda;

    private String heldBy;
    private Instant heldAt;

    /** For Hibernate. */
    protected CampaignBriefing() {}

    public CampaignBriefing(Campaign campaign, int roundNo, Agenda agenda, Actor actor, Instant heldAt) {
        super(campaign.shopId());
        this.campaignId = campaign.id();
        this.roundNo = roundNo;
        this.contentRevision = campaign.contentRevision();
        this.agenda = agenda;
        this.heldBy = actor.displayName();
        this.heldAt = heldAt;
    }

    public long campaignId() {
        return campaignId;
    }

    /** 1 for the first. */
    public int roundNo() {
        return roundNo;
    }

    /** What it was about: a later content revision needs one more round. */
    public int contentRevision() {
        return contentRevision;
    }

    public Agenda agenda() {
        return agenda;
    }

    public String heldBy() {
        return heldBy;
    }

    public Instant heldAt() {
        return heldAt;
    }
}

package io.siyu.campaign.preparation;

import io.siyu.campaign.Actor;
import io.siyu.platform.ids.ShopOwned;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import java.time.Instant;

/** One item of a campaign's preparation list. */
@Entity
public class CampaignPreparation extends ShopOwned {
    private long campaignId;

    @Enumerated(EnumType.STRING)
    private PreparationItem item;

    @Enumerated(EnumType.STRING)
    private PreparationState state;

    private String note;
    private Instant doneAt;
    private String changedBy;

    /** For Hibernate. */
    protected CampaignPreparation() {}

    public CampaignPreparation(long shopId, long campaignId, PreparationItem item) {
        super(shopId);
        this.campaignId = campaignId;
        this.item = item;
        this.state = PreparationState.OPEN;
    }

    /** @param newNote null keeps the note. The time of the first DONE is kept until it is open again. */
    public void set(PreparationState newState, String newNote, Actor actor, Instant at) {
        if (newState != state) {
            doneAt = newState == PreparationState.DONE ? at : null;
        }
        state = newState;
        changedBy = actor.displayName();
        if (newNote != null) {
            note = newNote;
        }
    }

    public long campaignId() {
        return campaignId;
    }

    public PreparationItem item() {
        return item;
    }

    public PreparationState state() {
        return state;
    }

    public String note() {
        return note;
    }

    /** Null unless it is DONE. */
    public Instant doneAt() {
        return doneAt;
    }

    public String changedBy() {
        return changedBy;
    }
}

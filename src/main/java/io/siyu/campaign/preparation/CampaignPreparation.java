package io.siyu.campaign.preparation;

import io.siyu.campaign.Actor;
import io.siyu.platform.ids.ShopOwned;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import java.time.Instant;
import java.time.LocalDate;

/** One item of a campaign's preparation list: whose it is, by when, and how far. */
@Entity
public class CampaignPreparation extends ShopOwned {
    /** Days before day one on which an item is due unless somebody sets another day. */
    static final int DEFAULT_LEAD_DAYS = 7;

    private long campaignId;

    @Enumerated(EnumType.STRING)
    private PreparationItem item;

    private long ownerStaffId;

    /** Counted back from day one, so that it moves with it. */
    private int leadDays;

    @Enumerated(EnumType.STRING)
    private PreparationState state;

    private String note;
    private String reason;
    private Instant settledAt;
    private String changedBy;

    /** For Hibernate. */
    protected CampaignPreparation() {}

    /** @param ownerStaffId whose it is until somebody gives it to another */
    public CampaignPreparation(long shopId, long campaignId, PreparationItem item, long ownerStaffId) {
        super(shopId);
        this.campaignId = campaignId;
        this.item = item;
        this.ownerStaffId = ownerStaffId;
        this.leadDays = DEFAULT_LEAD_DAYS;
        this.state = PreparationState.OPEN;
    }

    /** @param days before day one on which it is due */
    public void assign(long newOwnerStaffId, int days) {
        ownerStaffId = newOwnerStaffId;
        leadDays = days;
    }

    /**
     * How far it is. The time at which it first was so is kept until it is something else.
     *
     * @param why it is not needed; null if it is
     * @param newNote null keeps the note
     */
    public void set(PreparationState newState, String why, String newNote, Actor actor, Instant at) {
        if (newState != state) {
            settledAt = newState == PreparationState.OPEN ? null : at;
        }
        state = newState;
        reason = newState == PreparationState.NOT_NEEDED ? why : null;
        changedBy = actor.displayName();
        if (newNote != null) {
            note = newNote;
        }
    }

    /** The day by which its owner is to be done. */
    public LocalDate dueDay(LocalDate startDay) {
        return startDay.minusDays(leadDays);
    }

    public long campaignId() {
        return campaignId;
    }

    public PreparationItem item() {
        return item;
    }

    public long ownerStaffId() {
        return ownerStaffId;
    }

    public int leadDays() {
        return leadDays;
    }

    public PreparationState state() {
        return state;
    }

    public String note() {
        return note;
    }

    /** Why it is not needed; null if it is. */
    public String reason() {
        return reason;
    }

    /** When it was done or found not to be needed; null while it is open. */
    public Instant settledAt() {
        return settledAt;
    }

    public String changedBy() {
        return changedBy;
    }
}

package io.siyu.campaign.change;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;
import io.siyu.platform.ids.ShopOwned;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import java.time.Instant;
import java.util.List;

/** What somebody wants changed in a campaign that is under way, as a content revision of its own that is to be approved. */
@Entity
public class CampaignChange extends ShopOwned {
    private long campaignId;
    private int contentRevision;

    @Enumerated(EnumType.STRING)
    private ChangeStatus status;

    private String reason;
    private boolean overridden;

    @Convert(converter = ChangedPostsConverter.class)
    private List<ChangedPost> posts;

    private String proposedBy;
    private Instant proposedAt;
    private String settledBy;
    private Instant settledAt;
    private String settledReason;

    /** For Hibernate. */
    protected CampaignChange() {}

    /** @param campaign at the content revision that this change makes */
    CampaignChange(Campaign campaign, String reason, List<ChangedPost> posts, Actor by, Instant now) {
        super(campaign.shopId());
        this.campaignId = campaign.id();
        this.contentRevision = campaign.contentRevision();
        this.status = ChangeStatus.PROPOSED;
        this.reason = reason;
        this.posts = List.copyOf(posts);
        this.proposedBy = by.displayName();
        this.proposedAt = now;
    }

    /** An admin answers for it in place of approvals. */
    void override() {
        overridden = true;
    }

    /** @param by null for the clock */
    void settle(ChangeStatus as, Actor by, String why, Instant now) {
        status = as;
        settledBy = by == null ? null : by.displayName();
        settledReason = why;
        settledAt = now;
    }

    public long campaignId() {
        return campaignId;
    }

    public int contentRevision() {
        return contentRevision;
    }

    public ChangeStatus status() {
        return status;
    }

    public String reason() {
        return reason;
    }

    public boolean isOverridden() {
        return overridden;
    }

    public List<ChangedPost> posts() {
        return posts;
    }

    public String proposedBy() {
        return proposedBy;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    /** Null while it waits, and for the clock. */
    public String settledBy() {
        return settledBy;
    }

    public Instant settledAt() {
        return settledAt;
    }

    /** Why it was withdrawn or lapsed. */
    public String settledReason() {
        return settledReason;
    }
}

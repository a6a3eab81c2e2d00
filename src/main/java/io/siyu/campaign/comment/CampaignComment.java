package io.siyu.campaign.comment;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;
import io.siyu.platform.ids.ShopOwned;

import jakarta.persistence.Entity;

import java.time.Instant;

/** What somebody says about a campaign, one of its posts, or one line of what that says. It blocks nothing. */
@Entity
public class CampaignComment extends ShopOwned {
    private long campaignId;
    private Long postId;
    private Integer lineNo;
    private long staffId;
    private String writtenBy;
    private Instant writtenAt;
    private String text;

    /** For Hibernate. */
    protected CampaignComment() {}

    public CampaignComment(Campaign campaign, Long postId, Integer lineNo, Actor by, String text, Instant writtenAt) {
        super(campaign.shopId());
        this.campaignId = campaign.id();
        this.postId = postId;
        this.lineNo = lineNo;
        this.staffId = by.staffId();
        this.writtenBy = by.displayName();
        this.writtenAt = writtenAt;
        this.text = text;
    }

    public long campaignId() {
        return campaignId;
    }

    /** Null if it is about the campaign as a whole. */
    public Long postId() {
        return postId;
    }

    /** From 1; null if it is about all of the post. */
    public Integer lineNo() {
        return lineNo;
    }

    public long staffId() {
        return staffId;
    }

    public String writtenBy() {
        return writtenBy;
    }

    public Instant writtenAt() {
        return writtenAt;
    }

    public String text() {
        return text;
    }
}

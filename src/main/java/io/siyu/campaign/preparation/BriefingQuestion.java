package io.siyu.campaign.preparation;

import io.siyu.campaign.Actor;
import io.siyu.platform.ids.ShopOwned;
import io.siyu.platform.problem.ErrorCode;

import jakarta.persistence.Entity;

import java.time.Instant;

/** What somebody did not understand in a briefing round, and what was answered. */
@Entity
public class BriefingQuestion extends ShopOwned {
    private long campaignId;
    private int roundNo;
    private long staffId;
    private String askedBy;
    private Instant askedAt;
    private String text;
    private String answer;
    private String answeredBy;
    private Instant answeredAt;

    /** For Hibernate. */
    protected BriefingQuestion() {}

    public BriefingQuestion(CampaignBriefing briefing, Actor actor, String text, Instant askedAt) {
        super(briefing.shopId());
        this.campaignId = briefing.campaignId();
        this.roundNo = briefing.roundNo();
        this.staffId = actor.staffId();
        this.askedBy = actor.displayName();
        this.askedAt = askedAt;
        this.text = text;
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 if it has another answer already */
    public void answer(String words, Actor actor, Instant at) {
        if (answer != null) {
            throw ErrorCode.STATE_CONFLICT.problem("It was answered by " + answeredBy + ".");
        }
        answer = words;
        answeredBy = actor.displayName();
        answeredAt = at;
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

    public String askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public String text() {
        return text;
    }

    /** Null while nobody has answered. */
    public String answer() {
        return answer;
    }

    public String answeredBy() {
        return answeredBy;
    }

    public Instant answeredAt() {
        return answeredAt;
    }
}

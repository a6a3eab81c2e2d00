package io.siyu.campaign.review;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignTerms;
import io.siyu.campaign.Mechanic;
import io.siyu.campaign.gate.GateCode;
import io.siyu.campaign.gate.Unmet;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class ApprovalGateTest {
    private static final Instant NOW = Instant.parse("2026-10-20T02:00:00Z");
    private static final Actor ANN = new Actor(1, "ann", "小雅");
    private static final Actor BEN = new Actor(2, "ben", "阿宁");

    private final Campaign campaign = new Campaign(
            7,
            new CampaignTerms("双11", LocalDate.of(2026, 11, 9), Mechanic.DISCOUNT, "八折", Audience.OPEN, 0),
            ZoneId.of("Asia/Shanghai"),
            "m",
            NOW);
    private final List<CampaignReview> reviews = new ArrayList<>();
    private final List<CampaignObjection> objections = new ArrayList<>();
    private int reviewers = 4;

    @Test
    void twoMembersApproveTheLatestRevision() {
        approve(ANN);
        approve(ANN);
        assertThat(unmet()).containsExactly(GateCode.APPROVALS_MISSING);
        approve(BEN);
        assertThat(unmet()).isEmpty();

        campaign.revise();
        assertThat(unmet()).containsExactly(GateCode.APPROVALS_MISSING);
    }

    @Test
    void allMembersApproveIfFewerThanTwoWorkInTheShop() {
        reviewers = 1;
        assertThat(unmet()).containsExactly(GateCode.APPROVALS_MISSING);
        approve(ANN);
        assertThat(unmet()).isEmpty();
    }

    @Test
    void anOpenObjectionKeepsItClosedUntilItIsResolved() {
        approve(ANN);
        approve(BEN);
        CampaignObjection objection = new CampaignObjection(campaign, BEN, "库存不够", NOW);
        objections.add(objection);
        assertThat(unmet()).containsExactly(GateCode.OBJECTION_OPEN);
        objection.resolve("已补货", ANN, NOW);
        assertThat(unmet()).isEmpty();
    }

    private void approve(Actor actor) {
        reviews.add(new CampaignReview(campaign, actor, ReviewDecision.APPROVE, null, NOW));
    }

    private List<GateCode> unmet() {
        return ApprovalGate.unmet(campaign.revision(), reviewers, reviews, objections).stream()
                .map(Unmet::code)
                .toList();
    }
}

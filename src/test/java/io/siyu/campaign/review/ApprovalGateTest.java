package io.siyu.campaign.review;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignTerms;
import io.siyu.campaign.Mechanic;
import io.siyu.campaign.gate.GateCode;
import io.siyu.campaign.gate.Unmet;
import io.siyu.campaign.review.ApprovalGate.Reviewers;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class ApprovalGateTest {
    private static final Instant NOW = Instant.parse("2026-10-20T02:00:00Z");
    private static final Actor ANN = new Actor(1, "ann", "小雅");
    private static final Actor BEN = new Actor(2, "ben", "阿宁");
    private static final Actor SERVICE = new Actor(3, "kefu", "小陈");

    private final Campaign campaign = new Campaign(
            7,
            new CampaignTerms("双11", LocalDate.of(2026, 11, 9), Mechanic.DISCOUNT, "八折", Audience.OPEN, 0),
            ZoneId.of("Asia/Shanghai"),
            "m",
            NOW);
    private final List<CampaignReview> reviews = new ArrayList<>();
    private Reviewers reviewers = new Reviewers(Set.of(1L, 2L, 3L), Set.of());

    @Test
    void r8TwoDistinctMembersApproveTheLatestContentRevision() {
        approve(ANN);
        approve(ANN);
        assertThat(unmet()).containsExactly(GateCode.APPROVALS_MISSING);
        approve(BEN);
        assertThat(unmet()).isEmpty();

        campaign.revise();
        assertThat(unmet()).containsExactly(GateCode.APPROVALS_MISSING);
    }

    @Test
    void r8AnEditBesideTheContentKeepsTheApprovals() {
        approve(ANN);
        approve(BEN);
        campaign.reviseBesideContent();
        assertThat(campaign.revision()).isEqualTo(2);
        assertThat(unmet()).isEmpty();
    }

    @Test
    void r8AllMembersApproveIfFewerThanTwoWorkInTheShop() {
        reviewers = new Reviewers(Set.of(1L), Set.of());
        assertThat(unmet()).containsExactly(GateCode.APPROVALS_MISSING);
        approve(ANN);
        assertThat(unmet()).isEmpty();
    }

    @Test
    void r8OneOfThemIsCustomerServiceWhereTheShopHasAny() {
        reviewers = new Reviewers(Set.of(1L, 2L, 3L), Set.of(3L));
        approve(ANN);
        approve(BEN);
        assertThat(unmet()).containsExactly(GateCode.SERVICE_APPROVAL_MISSING);
        approve(SERVICE);
        assertThat(unmet()).isEmpty();
    }

    @Test
    void r8WhoHasLeftTheShopApprovesNothing() {
        reviewers = new Reviewers(Set.of(1L, 3L), Set.of());
        approve(ANN);
        approve(BEN);
        assertThat(unmet()).containsExactly(GateCode.APPROVALS_MISSING);
    }

    @Test
    void r8StandingRequestChangesBlocksUntilThatPersonApproves() {
        approve(ANN);
        approve(BEN);
        requestChanges(SERVICE);
        assertThat(unmet()).containsExactly(GateCode.CHANGES_REQUESTED);

        campaign.revise();
        approve(ANN);
        approve(BEN);
        assertThat(unmet()).as("a new revision does not answer it").containsExactly(GateCode.CHANGES_REQUESTED);
        approve(SERVICE);
        assertThat(unmet()).isEmpty();
    }

    @Test
    void r8AnOpenObjectionKeepsItClosedUntilItIsResolved() {
        CampaignObjection objection = new CampaignObjection(campaign, BEN, "库存不够", NOW);
        assertThat(ObjectionGate.unmet(List.of(objection)))
                .extracting(Unmet::code)
                .containsExactly(GateCode.OBJECTION_OPEN);
        objection.resolve("已补货", ANN, NOW);
        assertThat(ObjectionGate.unmet(List.of(objection))).isEmpty();
    }

    private void approve(Actor actor) {
        reviews.add(new CampaignReview(campaign, actor, ReviewDecision.APPROVE, null, NOW));
    }

    private void requestChanges(Actor actor) {
        reviews.add(new CampaignReview(campaign, actor, ReviewDecision.REQUEST_CHANGES, "太密", NOW));
    }

    private List<GateCode> unmet() {
        return ApprovalGate.unmet(campaign.contentRevision(), reviewers, reviews).stream()
                .map(Unmet::code)
                .toList();
    }
}

package io.siyu.campaign;

import io.siyu.buyer.Tier;
import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;
import io.siyu.platform.language.Language;
import io.siyu.platform.problem.Violation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class CampaignGatesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate START = LocalDate.of(2026, 11, 9);
    private static final Instant NOW = Instant.parse("2026-10-20T02:00:00Z");
    private static final Actor ANN = new Actor(1, "ann", "小雅");
    private static final Actor BEN = new Actor(2, "ben", "阿宁");

    private final List<CampaignReview> reviews = new ArrayList<>();
    private final List<CampaignObjection> objections = new ArrayList<>();
    private final List<CampaignPreparation> preparations = new ArrayList<>();
    private final List<CampaignBriefing> briefings = new ArrayList<>();
    private final List<BriefingAcknowledgement> acknowledgements = new ArrayList<>();
    private List<RuleViolation> broken = List.of();
    private Set<Integer> days = Set.of(1, 2, 3);
    private int reviewers = 4;
    private Campaign campaign;

    @BeforeEach
    void draft() {
        campaign =
                new Campaign(7, terms(Mechanic.DISCOUNT, new Audience(List.of(Tier.VIP), null, null)), ZONE, "m", NOW);
    }

    @Test
    void reviewNeedsAMechanicAnAudienceAndAPostOnEachDay() {
        assertThat(unmet(CampaignStatus.REVIEW)).isEmpty();

        campaign = new Campaign(7, terms(null, Audience.OPEN), ZONE, "m", NOW);
        days = Set.of(2);
        assertThat(unmet(CampaignStatus.REVIEW))
                .containsExactly("MECHANIC_MISSING", "AUDIENCE_MISSING", "POSTS_MISSING_DAY_1", "POSTS_MISSING_DAY_3");
    }

    @Test
    void aBrokenRuleBlocksReviewAndReadyAndAWarningDoesNot() {
        broken = List.of(
                RuleViolation.error(PostRule.QUIET_HOURS, "posts/1", "late"),
                RuleViolation.warn(PostRule.MARKETING_SHARE, "posts/2", "much"));
        assertThat(unmet(CampaignStatus.REVIEW)).containsExactly("POST_RULE_BROKEN");
        assertThat(unmet(CampaignStatus.READY)).contains("POST_RULE_BROKEN");
    }

    @Test
    void preparingNeedsTwoMembersApprovalOfTheLatestRevision() {
        approve(ANN);
        approve(ANN);
        assertThat(unmet(CampaignStatus.PREPARING)).containsExactly("APPROVALS_MISSING");
        approve(BEN);
        assertThat(unmet(CampaignStatus.PREPARING)).isEmpty();

        campaign.change(terms(Mechanic.GIFT, campaign.audience()), ZONE);
        assertThat(unmet(CampaignStatus.PREPARING)).containsExactly("APPROVALS_MISSING");
    }

    @Test
    void preparingNeedsAllMembersApprovalIfFewerThanTwoWorkInTheShop() {
        reviewers = 1;
        assertThat(unmet(CampaignStatus.PREPARING)).containsExactly("APPROVALS_MISSING");
        approve(ANN);
        assertThat(unmet(CampaignStatus.PREPARING)).isEmpty();
    }

    @Test
    void anOpenObjectionBlocksPreparingUntilItIsResolved() {
        approve(ANN);
        approve(BEN);
        CampaignObjection objection = new CampaignObjection(campaign, BEN, "库存不够", NOW);
        objections.add(objection);
        assertThat(unmet(CampaignStatus.PREPARING)).containsExactly("OBJECTION_OPEN");
        objection.resolve("已补货", ANN, NOW);
        assertThat(unmet(CampaignStatus.PREPARING)).isEmpty();
    }

    @Test
    void readyNeedsEveryItemDoneThreeDaysBeforeDayOneOrNotNeeded() {
        brief(1, ANN, BEN);
        brief(2, ANN, BEN);
        CampaignPreparation stock = new CampaignPreparation(campaign, PreparationItem.STOCK);
        preparations.add(stock);
        assertThat(unmet(CampaignStatus.READY)).containsExactly("PREPARATION_OPEN");
        stock.set(PreparationState.DONE, null, ANN, Instant.parse("2026-11-06T15:59:59Z"));
        assertThat(unmet(CampaignStatus.READY)).isEmpty();
        stock.set(PreparationState.OPEN, null, ANN, NOW);
        stock.set(PreparationState.DONE, null, ANN, Instant.parse("2026-11-06T16:00:00Z"));
        assertThat(unmet(CampaignStatus.READY)).containsExactly("PREPARATION_LATE");
        stock.set(PreparationState.NOT_NEEDED, null, ANN, NOW);
        assertThat(unmet(CampaignStatus.READY)).isEmpty();
    }

    @Test
    void settingAnItemDoneAgainKeepsTheTimeItWasFirstDone() {
        CampaignPreparation stock = new CampaignPreparation(campaign, PreparationItem.STOCK);
        stock.set(PreparationState.DONE, null, ANN, NOW);
        stock.set(PreparationState.DONE, "补充说明", ANN, NOW.plusSeconds(60));
        assertThat(stock.doneAt()).isEqualTo(NOW);
    }

    @Test
    void readyNeedsTwoBriefingRoundsAcknowledgedByEveryParticipant() {
        assertThat(unmet(CampaignStatus.READY)).containsExactly("BRIEFING_ROUNDS_MISSING");
        brief(1, ANN, BEN);
        assertThat(unmet(CampaignStatus.READY)).containsExactly("BRIEFING_ROUNDS_MISSING");
        brief(2, ANN);
        assertThat(gates(CampaignStatus.READY)).singleElement().satisfies(violation -> {
            assertThat(violation.code()).isEqualTo("BRIEFING_UNACKNOWLEDGED");
            assertThat(violation.message()).contains("阿宁").doesNotContain("小雅");
        });
        brief(3, ANN, BEN);
        assertThat(unmet(CampaignStatus.READY)).isEmpty();
    }

    @Test
    void closingNeedsTheLessons() {
        assertThat(unmet(CampaignStatus.CLOSED)).containsExactly("LESSONS_MISSING");
        campaign.submitForReview();
        campaign.approve();
        campaign.makeReady(NOW);
        campaign.start();
        campaign.end();
        campaign.learn("早两天备货");
        assertThat(unmet(CampaignStatus.CLOSED)).isEmpty();
    }

    private static CampaignTerms terms(Mechanic mechanic, Audience audience) {
        return new CampaignTerms("双11", START, mechanic, "八折", audience, 0);
    }

    private void approve(Actor actor) {
        reviews.add(new CampaignReview(campaign, actor, ReviewDecision.APPROVE, null, NOW));
    }

    private void brief(int round, Actor... acknowledging) {
        CampaignBriefing briefing = new CampaignBriefing(campaign, round, null, ANN, NOW);
        briefings.add(briefing);
        for (Actor actor : acknowledging) {
            acknowledgements.add(new BriefingAcknowledgement(briefing, actor, NOW));
        }
    }

    private List<String> unmet(CampaignStatus to) {
        return gates(to).stream().map(Violation::code).toList();
    }

    private List<Violation> gates(CampaignStatus to) {
        return CampaignGates.unmet(
                to,
                new CampaignFacts(
                        campaign,
                        days,
                        broken,
                        reviewers,
                        reviews,
                        objections,
                        preparations,
                        briefings,
                        acknowledgements,
                        Map.of(ANN.staffId(), ANN.displayName(), BEN.staffId(), BEN.displayName()),
                        ZONE),
                Language.ENGLISH);
    }
}

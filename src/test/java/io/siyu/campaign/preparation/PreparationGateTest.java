package io.siyu.campaign.preparation;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignTerms;
import io.siyu.campaign.Mechanic;
import io.siyu.campaign.gate.GateCode;
import io.siyu.campaign.gate.Unmet;
import io.siyu.platform.language.Language;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class PreparationGateTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate START = LocalDate.of(2026, 11, 9);
    private static final Instant NOW = Instant.parse("2026-10-20T02:00:00Z");
    private static final Actor ANN = new Actor(1, "ann", "小雅");
    private static final Actor BEN = new Actor(2, "ben", "阿宁");

    private final Campaign campaign =
            new Campaign(7, new CampaignTerms("双11", START, Mechanic.DISCOUNT, "八折", Audience.OPEN, 0), ZONE, "m", NOW);
    private final List<CampaignPreparation> preparations = new ArrayList<>();
    private final List<CampaignBriefing> briefings = new ArrayList<>();
    private final List<BriefingAcknowledgement> acknowledgements = new ArrayList<>();

    private Set<Long> members = Set.of(ANN.staffId(), BEN.staffId());

    @Test
    void r8EveryItemIsDoneThreeDaysBeforeDayOne() {
        briefFully();
        CampaignPreparation stock = stock();
        preparations.add(stock);
        assertThat(codes()).containsExactly(GateCode.PREPARATION_OPEN);
        stock.set(PreparationState.DONE, null, null, ANN, Instant.parse("2026-11-06T15:59:59Z"));
        assertThat(codes()).isEmpty();
        stock.set(PreparationState.OPEN, null, null, ANN, NOW);
        stock.set(PreparationState.DONE, null, null, ANN, Instant.parse("2026-11-06T16:00:00Z"));
        assertThat(codes()).containsExactly(GateCode.PREPARATION_LATE);
    }

    @Test
    void r8WhatIsFoundNotNeededAfterTheThreeDayLineAsksForAnOverride() {
        briefFully();
        CampaignPreparation stock = stock();
        preparations.add(stock);
        stock.set(PreparationState.NOT_NEEDED, "没有实物", null, ANN, NOW);
        assertThat(codes()).isEmpty();
        stock.set(PreparationState.OPEN, null, null, ANN, NOW);
        stock.set(PreparationState.NOT_NEEDED, "来不及了", null, ANN, Instant.parse("2026-11-06T16:00:00Z"));
        assertThat(codes()).containsExactly(GateCode.PREPARATION_LATE);
    }

    @Test
    void r8EveryItemHasAnOwnerWhoWorksInTheShop() {
        briefFully();
        CampaignPreparation stock = stock();
        stock.set(PreparationState.DONE, null, null, ANN, NOW);
        preparations.add(stock);
        members = Set.of(BEN.staffId());
        assertThat(codes()).containsExactly(GateCode.PREPARATION_UNOWNED);
        stock.assign(BEN.staffId(), 5);
        assertThat(codes()).isEmpty();
    }

    @Test
    void r8ADueDayIsCountedBackFromDayOneByDefaultSevenDays() {
        CampaignPreparation stock = stock();
        assertThat(stock.dueDay(START)).isEqualTo(LocalDate.of(2026, 11, 2));
        assertThat(stock.dueDay(START.plusDays(10))).isEqualTo(LocalDate.of(2026, 11, 12));
    }

    @Test
    void settingAnItemDoneAgainKeepsTheTimeItWasFirstDone() {
        CampaignPreparation stock = stock();
        stock.set(PreparationState.DONE, null, null, ANN, NOW);
        stock.set(PreparationState.DONE, null, "补充说明", ANN, NOW.plusSeconds(60));
        assertThat(stock.settledAt()).isEqualTo(NOW);
    }

    @Test
    void r8TwoBriefingRoundsAreAcknowledgedByEveryParticipant() {
        assertThat(codes()).containsExactly(GateCode.BRIEFING_ROUNDS_MISSING);
        brief(1, ANN, BEN);
        assertThat(codes()).containsExactly(GateCode.BRIEFING_ROUNDS_MISSING);
        brief(2, ANN);
        assertThat(unmet()).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo(GateCode.BRIEFING_UNACKNOWLEDGED);
            assertThat(one.in(Language.ENGLISH).message()).contains("阿宁").doesNotContain("小雅");
        });
        brief(3, ANN, BEN);
        assertThat(codes()).isEmpty();
    }

    @Test
    void r8ALaterContentRevisionNeedsOneMoreRoundNotAllAgain() {
        briefFully();
        campaign.reviseBesideContent();
        assertThat(codes()).as("a rename is no new content").isEmpty();
        campaign.revise();
        assertThat(codes()).containsExactly(GateCode.BRIEFING_OUTDATED);
        brief(3, ANN);
        assertThat(codes()).containsExactly(GateCode.BRIEFING_UNACKNOWLEDGED);
        brief(4, ANN, BEN);
        assertThat(codes()).isEmpty();
    }

    private CampaignPreparation stock() {
        return new CampaignPreparation(7, campaign.id(), PreparationItem.STOCK, ANN.staffId());
    }

    private void briefFully() {
        brief(1, ANN, BEN);
        brief(2, ANN, BEN);
    }

    private void brief(int round, Actor... acknowledging) {
        Agenda agenda = new Agenda("发", "拉", "何时", "多少", "开场", "分圈", "分工", "数据");
        CampaignBriefing briefing = new CampaignBriefing(campaign, round, agenda, ANN, NOW);
        briefings.add(briefing);
        for (Actor actor : acknowledging) {
            acknowledgements.add(new BriefingAcknowledgement(briefing, actor, NOW));
        }
    }

    private List<GateCode> codes() {
        return unmet().stream().map(Unmet::code).toList();
    }

    private List<Unmet> unmet() {
        return PreparationGate.unmet(new PreparationFacts(
                START,
                campaign.contentRevision(),
                ZONE,
                members,
                preparations,
                briefings,
                acknowledgements,
                Map.of(ANN.staffId(), ANN.displayName(), BEN.staffId(), BEN.displayName())));
    }
}

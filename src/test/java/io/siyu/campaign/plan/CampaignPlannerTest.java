package io.siyu.campaign.plan;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class CampaignPlannerTest {
    private static final LocalDate FROM = LocalDate.parse("2026-10-20");
    private static final LocalDate TO = LocalDate.parse("2026-12-31");

    @Test
    void startsACadenceWindowAtTheAnchorAndEveryCadenceDaysAfterIt() {
        List<PlanWindow> plan = CampaignPlanner.plan(FROM, TO, LocalDate.parse("2026-10-25"), 30, List.of());

        assertThat(plan)
                .extracting(PlanWindow::startDay)
                .containsExactly(
                        LocalDate.parse("2026-10-25"), LocalDate.parse("2026-11-24"), LocalDate.parse("2026-12-24"));
        assertThat(plan).extracting(PlanWindow::endDay).contains(LocalDate.parse("2026-10-27"));
    }

    @Test
    void keepsTheRhythmOfAnAnchorBeforeTheRange() {
        List<PlanWindow> plan = CampaignPlanner.plan(FROM, TO, LocalDate.parse("2026-09-01"), 30, List.of());

        assertThat(plan)
                .extracting(PlanWindow::startDay)
                .containsExactly(LocalDate.parse("2026-10-31"), LocalDate.parse("2026-11-30"));
    }

    @Test
    void endsANodeWindowOnTheNode() {
        List<PlanWindow> plan = CampaignPlanner.plan(
                FROM, TO, TO, 30, List.of(MarketingNode.DOUBLE_ELEVEN, MarketingNode.DOUBLE_TWELVE));

        assertThat(plan)
                .extracting(PlanWindow::endDay)
                .containsExactly(LocalDate.parse("2026-11-11"), LocalDate.parse("2026-12-12"));
        assertThat(plan).extracting(PlanWindow::source).containsOnly(WindowSource.NODE);
    }

    @Test
    void absorbsACadenceWindowWithADayWithinFiveDaysOfANodeWindow() {
        // The node window is 11-09 to 11-11: a cadence window ending on 11-04 is five days away, one on 11-03 six.
        PlanWindow node = CampaignPlanner.plan(
                        FROM, TO, LocalDate.parse("2026-11-02"), 60, List.of(MarketingNode.DOUBLE_ELEVEN))
                .get(0);
        assertThat(node.absorbed()).singleElement().satisfies(absorbed -> {
            assertThat(absorbed.startDay()).isEqualTo(LocalDate.parse("2026-11-02"));
            assertThat(absorbed.gapDays()).isEqualTo(5);
            assertThat(absorbed.reason()).isEqualTo(AbsorptionReason.NEAR_NODE);
        });

        List<PlanWindow> apart =
                CampaignPlanner.plan(FROM, TO, LocalDate.parse("2026-11-01"), 60, List.of(MarketingNode.DOUBLE_ELEVEN));
        assertThat(apart).extracting(PlanWindow::source).startsWith(WindowSource.CADENCE, WindowSource.NODE);
        assertThat(apart.get(1).absorbed()).isEmpty();
    }

    @Test
    void absorbsANodeWindowThatOverlapsAnEarlierNodes() {
        // 818 runs 08-16 to 08-18, 七夕 08-17 to 08-19.
        List<PlanWindow> plan = CampaignPlanner.plan(
                LocalDate.parse("2026-08-01"),
                LocalDate.parse("2026-08-31"),
                LocalDate.parse("2026-08-31"),
                30,
                List.of(MarketingNode.QIXI, MarketingNode.EIGHT_EIGHTEEN));

        assertThat(plan).singleElement().satisfies(window -> {
            assertThat(window.node()).isEqualTo(MarketingNode.EIGHT_EIGHTEEN);
            assertThat(window.absorbed()).singleElement().satisfies(absorbed -> {
                assertThat(absorbed.node()).isEqualTo(MarketingNode.QIXI);
                assertThat(absorbed.reason()).isEqualTo(AbsorptionReason.NODE_OVERLAP);
            });
        });
    }

    @Test
    void leavesOutWindowsThatReachBeyondTheRange() {
        List<PlanWindow> plan = CampaignPlanner.plan(
                LocalDate.parse("2026-11-10"),
                LocalDate.parse("2026-12-11"),
                LocalDate.parse("2026-12-10"),
                30,
                List.of(MarketingNode.DOUBLE_ELEVEN, MarketingNode.DOUBLE_TWELVE));

        assertThat(plan).isEmpty();
    }

    @Test
    void neverOverlapsWindowsOfACadenceShorterThanACampaign() {
        assertThat(CampaignPlanner.plan(FROM, FROM.plusDays(8), FROM, 2, List.of()))
                .extracting(PlanWindow::startDay)
                .containsExactly(FROM, FROM.plusDays(4));
    }
}

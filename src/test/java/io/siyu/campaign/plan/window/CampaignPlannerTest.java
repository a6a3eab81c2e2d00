package io.siyu.campaign.plan.window;

import io.siyu.campaign.calendar.AbsorbedWindow;
import io.siyu.campaign.calendar.AbsorptionReason;
import io.siyu.campaign.calendar.MarketingNode;
import io.siyu.campaign.calendar.PlanWindow;
import io.siyu.campaign.calendar.WindowSource;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class CampaignPlannerTest {
    private static final LocalDate FROM = LocalDate.parse("2026-10-20");
    private static final LocalDate TO = LocalDate.parse("2026-12-31");

    @Test
    void startsACadenceWindowAtTheAnchorAndEveryCadenceDaysAfterIt() {
        List<PlanWindow> plan = windows(FROM, TO, LocalDate.parse("2026-10-25"), 30, List.of());

        assertThat(plan)
                .extracting(PlanWindow::startDay)
                .containsExactly(
                        LocalDate.parse("2026-10-25"), LocalDate.parse("2026-11-24"), LocalDate.parse("2026-12-24"));
        assertThat(plan).extracting(PlanWindow::endDay).contains(LocalDate.parse("2026-10-27"));
    }

    @Test
    void keepsTheRhythmOfAnAnchorBeforeTheRange() {
        List<PlanWindow> plan = windows(FROM, TO, LocalDate.parse("2026-09-01"), 30, List.of());

        assertThat(plan)
                .extracting(PlanWindow::startDay)
                .containsExactly(LocalDate.parse("2026-10-31"), LocalDate.parse("2026-11-30"));
    }

    @Test
    void endsANodeWindowOnTheNode() {
        List<PlanWindow> plan =
                windows(FROM, TO, TO, 30, List.of(MarketingNode.DOUBLE_ELEVEN, MarketingNode.DOUBLE_TWELVE));

        assertThat(plan)
                .extracting(PlanWindow::endDay)
                .containsExactly(LocalDate.parse("2026-11-11"), LocalDate.parse("2026-12-12"));
        assertThat(plan).extracting(PlanWindow::source).containsOnly(WindowSource.NODE);
    }

    @Test
    void absorbsACadenceWindowWithADayWithinFiveDaysOfANodeWindow() {
        // The node window is 11-09 to 11-11: a cadence window ending on 11-04 is five days away, one on 11-03 six.
        PlanWindow node = windows(FROM, TO, LocalDate.parse("2026-11-02"), 60, List.of(MarketingNode.DOUBLE_ELEVEN))
                .get(0);
        assertThat(node.absorbed()).singleElement().satisfies(absorbed -> {
            assertThat(absorbed.startDay()).isEqualTo(LocalDate.parse("2026-11-02"));
            assertThat(absorbed.gapDays()).isEqualTo(5);
            assertThat(absorbed.reason()).isEqualTo(AbsorptionReason.NEAR_NODE);
        });

        List<PlanWindow> apart =
                windows(FROM, TO, LocalDate.parse("2026-11-01"), 60, List.of(MarketingNode.DOUBLE_ELEVEN));
        assertThat(apart).extracting(PlanWindow::source).startsWith(WindowSource.CADENCE, WindowSource.NODE);
        assertThat(apart.get(1).absorbed()).isEmpty();
    }

    @Test
    void absorbsANodeWindowThatOverlapsAnEarlierNodes() {
        // 818 runs 08-16 to 08-18, 七夕 08-17 to 08-19.
        List<PlanWindow> plan = windows(
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
    void tellsWhichWindowsTheEndsOfTheRangeCut() {
        CampaignPlan plan = CampaignPlanner.plan(
                LocalDate.parse("2026-11-10"),
                LocalDate.parse("2026-12-11"),
                LocalDate.parse("2026-12-10"),
                30,
                List.of(MarketingNode.DOUBLE_ELEVEN, MarketingNode.DOUBLE_TWELVE));

        assertThat(plan.windows()).isEmpty();
        // 双11's would begin on 11-09; the cadence's would end on 12-12, and 双12 is no day of the range.
        assertThat(plan.cut())
                .extracting(PlanWindow::startDay)
                .containsExactly(LocalDate.parse("2026-11-09"), LocalDate.parse("2026-12-10"));
    }

    @Test
    void neverOverlapsWindowsOfACadenceShorterThanACampaign() {
        assertThat(windows(FROM, FROM.plusDays(8), FROM, 2, List.of()))
                .extracting(PlanWindow::startDay)
                .containsExactly(FROM, FROM.plusDays(4));
    }

    @Test
    void reckonsLeapDaysLikeAnyOther() {
        LocalDate from = LocalDate.parse("2028-02-20");

        assertThat(windows(from, LocalDate.parse("2028-03-31"), from, 7, List.of(MarketingNode.WOMENS_DAY)))
                .extracting(PlanWindow::startDay)
                .containsExactly(
                        LocalDate.parse("2028-02-20"),
                        // 02-27 to 02-29 is six days before 03-06, over the leap day.
                        LocalDate.parse("2028-02-27"),
                        LocalDate.parse("2028-03-06"),
                        LocalDate.parse("2028-03-19"),
                        LocalDate.parse("2028-03-26"));
    }

    @Test
    void plansALeapYearWithAllUsualNodes() {
        LocalDate from = LocalDate.parse("2028-01-01");
        LocalDate to = LocalDate.parse("2028-12-31");
        CampaignPlan plan = CampaignPlanner.plan(from, to, from, 30, MarketingNode.defaults());

        // 年货节 2028 is 14 days before 春节 on 01-26; 七夕 and 中秋 by the almanac.
        assertThat(plan.windows())
                .filteredOn(window -> window.source() == WindowSource.NODE)
                .extracting(PlanWindow::endDay)
                .containsExactly(
                        LocalDate.parse("2028-01-12"),
                        LocalDate.parse("2028-03-08"),
                        LocalDate.parse("2028-05-20"),
                        LocalDate.parse("2028-06-18"),
                        LocalDate.parse("2028-08-26"),
                        LocalDate.parse("2028-10-03"),
                        LocalDate.parse("2028-11-11"),
                        LocalDate.parse("2028-12-12"));
        // Starts 01-01, 01-31, 03-01, 03-31, 04-30, 05-30, 06-29, 07-29, 08-28, 09-27, 10-27, 11-26, 12-26.
        assertThat(plan.absorbed())
                .extracting(AbsorbedWindow::startDay, AbsorbedWindow::gapDays)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(LocalDate.parse("2028-03-01"), 3L),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.parse("2028-08-28"), 2L),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.parse("2028-09-27"), 2L));
        assertThat(plan.windows()).hasSize(8 + 13 - 3);
    }

    private static List<PlanWindow> windows(
            LocalDate from, LocalDate to, LocalDate anchor, int cadenceDays, List<MarketingNode> nodes) {
        return CampaignPlanner.plan(from, to, anchor, cadenceDays, nodes).windows();
    }
}

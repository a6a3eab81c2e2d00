package io.siyu.campaign.plan.window;

import io.siyu.campaign.calendar.MarketingNode;
import io.siyu.campaign.calendar.NodeCalendar;
import io.siyu.campaign.calendar.NodeDay;
import io.siyu.campaign.calendar.PlanWindow;
import io.siyu.campaign.calendar.WindowSource;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class CampaignPlannerPropertyTest {
    private static final LocalDate EPOCH = LocalDate.of(2024, 1, 1);

    @Property(tries = 300)
    void windowsNeverShareADay(
            @ForAll @IntRange(max = 2000) int from,
            @ForAll @IntRange(max = 365) int length,
            @ForAll @IntRange(min = -400, max = 400) int anchor,
            @ForAll @IntRange(min = 1, max = 90) int cadence,
            @ForAll Set<MarketingNode> nodes) {
        List<PlanWindow> plan = plan(from, length, anchor, cadence, nodes);

        for (int i = 1; i < plan.size(); i++) {
            assertThat(plan.get(i).startDay()).isAfter(plan.get(i - 1).endDay());
        }
    }

    @Property(tries = 300)
    void cadenceWindowsKeepMoreThanFiveDaysFromNodeWindowsAndAbsorbedOnesDoNot(
            @ForAll @IntRange(max = 2000) int from,
            @ForAll @IntRange(max = 365) int length,
            @ForAll @IntRange(min = -400, max = 400) int anchor,
            @ForAll @IntRange(min = 1, max = 90) int cadence,
            @ForAll Set<MarketingNode> nodes) {
        List<PlanWindow> plan = plan(from, length, anchor, cadence, nodes);

        for (PlanWindow node : only(plan, WindowSource.NODE)) {
            assertThat(only(plan, WindowSource.CADENCE)).allMatch(window -> window.gapTo(node) > 5);
            assertThat(node.absorbed()).allMatch(window -> window.gapDays() <= 5);
        }
        assertThat(only(plan, WindowSource.CADENCE))
                .allMatch(window -> window.absorbed().isEmpty());
    }

    @Property(tries = 300)
    void everyCadenceStartIsAWindowOrAbsorbedOrCutByTheEndOnce(
            @ForAll @IntRange(max = 2000) int from,
            @ForAll @IntRange(max = 365) int length,
            @ForAll @IntRange(min = 3, max = 90) int cadence,
            @ForAll Set<MarketingNode> nodes) {
        CampaignPlan made = make(from, length, 0, cadence, nodes);
        List<PlanWindow> plan = made.windows();

        long planned = only(plan, WindowSource.CADENCE).size();
        long cut = only(made.cut(), WindowSource.CADENCE).size();
        long absorbed = plan.stream()
                .flatMap(window -> window.absorbed().stream())
                .filter(window -> window.source() == WindowSource.CADENCE)
                .count();
        assertThat(planned + absorbed + cut).isEqualTo(length / cadence + 1);
    }

    @Property(tries = 300)
    void cadenceWindowsLieAWholeNumberOfCadencesAfterTheAnchor(
            @ForAll @IntRange(max = 2000) int from,
            @ForAll @IntRange(max = 365) int length,
            @ForAll @IntRange(min = -400, max = 400) int anchor,
            @ForAll @IntRange(min = 1, max = 90) int cadence,
            @ForAll Set<MarketingNode> nodes) {
        LocalDate anchorDay = EPOCH.plusDays(from).plusDays(anchor);

        assertThat(only(plan(from, length, anchor, cadence, nodes), WindowSource.CADENCE))
                .allSatisfy(window -> {
                    long days = ChronoUnit.DAYS.between(anchorDay, window.startDay());
                    assertThat(days).isNotNegative();
                    assertThat(days % cadence).isZero();
                });
    }

    @Property(tries = 300)
    void everyChosenNodeIsAWindowThatEndsOnItOrSaysWhatBecameOfIt(
            @ForAll @IntRange(max = 2000) int from,
            @ForAll @IntRange(max = 365) int length,
            @ForAll @IntRange(min = 1, max = 90) int cadence,
            @ForAll Set<MarketingNode> nodes) {
        CampaignPlan plan = make(from, length, 0, cadence, nodes);
        LocalDate first = EPOCH.plusDays(from);

        List<NodeDay> told = Stream.of(
                        only(plan.windows(), WindowSource.NODE).stream()
                                .map(window -> new NodeDay(window.node(), window.endDay())),
                        plan.absorbed()
                                .filter(window -> window.source() == WindowSource.NODE)
                                .map(window -> new NodeDay(window.node(), window.endDay())),
                        only(plan.cut(), WindowSource.NODE).stream()
                                .map(window -> new NodeDay(window.node(), window.endDay())))
                .flatMap(days -> days)
                .toList();
        assertThat(told).containsExactlyInAnyOrderElementsOf(NodeCalendar.list(nodes, first, first.plusDays(length)));
        // Only the first two days of a range are too early for a window of three days.
        assertThat(only(plan.cut(), WindowSource.NODE))
                .allMatch(window -> window.endDay().isBefore(first.plusDays(2)));
    }

    @Property(tries = 100)
    void planningTwiceIsEqual(
            @ForAll @IntRange(max = 2000) int from,
            @ForAll @IntRange(max = 365) int length,
            @ForAll @IntRange(min = 1, max = 90) int cadence,
            @ForAll Set<MarketingNode> nodes) {
        assertThat(plan(from, length, 0, cadence, nodes)).isEqualTo(plan(from, length, 0, cadence, nodes));
    }

    private static List<PlanWindow> plan(int from, int length, int anchor, int cadence, Set<MarketingNode> nodes) {
        return make(from, length, anchor, cadence, nodes).windows();
    }

    private static CampaignPlan make(int from, int length, int anchor, int cadence, Set<MarketingNode> nodes) {
        LocalDate first = EPOCH.plusDays(from);
        return CampaignPlanner.plan(first, first.plusDays(length), first.plusDays(anchor), cadence, nodes);
    }

    private static List<PlanWindow> only(List<PlanWindow> plan, WindowSource source) {
        return plan.stream().filter(window -> window.source() == source).toList();
    }
}

package io.siyu.campaign.plan;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

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
    void everyCadenceStartIsEitherAWindowOrAbsorbedOnce(
            @ForAll @IntRange(max = 2000) int from,
            @ForAll @IntRange(max = 365) int length,
            @ForAll @IntRange(min = 3, max = 90) int cadence,
            @ForAll Set<MarketingNode> nodes) {
        List<PlanWindow> plan = plan(from, length, 0, cadence, nodes);

        long planned = only(plan, WindowSource.CADENCE).size();
        long absorbed = plan.stream()
                .flatMap(window -> window.absorbed().stream())
                .filter(window -> window.source() == WindowSource.CADENCE)
                .count();
        long starts = length < 2 ? 0 : (length - 2) / cadence + 1;
        assertThat(planned + absorbed).isEqualTo(starts);
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
        LocalDate first = EPOCH.plusDays(from);
        return CampaignPlanner.plan(first, first.plusDays(length), first.plusDays(anchor), cadence, nodes);
    }

    private static List<PlanWindow> only(List<PlanWindow> plan, WindowSource source) {
        return plan.stream().filter(window -> window.source() == source).toList();
    }
}

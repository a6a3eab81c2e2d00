package io.siyu.campaign.plan.window;

import io.siyu.campaign.calendar.MarketingNode;
import io.siyu.campaign.calendar.NodeDay;
import io.siyu.campaign.calendar.PlanWindow;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class WindowMovesTest {
    private static final LocalDate FIRST = LocalDate.parse("2027-01-01");

    @Test
    void pairsTheNearestFirst() {
        // Every 60 days became every 90: 60 goes to 90, 120 has nothing within 30 days but what is taken.
        Map<LocalDate, PlanWindow> moves = WindowMoves.between(cadence(60, 120, 240), cadence(90, 270), 30);

        assertThat(moves).hasSize(2).containsEntry(day(60), window(90)).containsEntry(day(240), window(270));
    }

    @Test
    void leavesAloneWhatIsTooFarAway() {
        assertThat(WindowMoves.between(cadence(0), cadence(16), 15)).isEmpty();
        assertThat(WindowMoves.between(cadence(0), cadence(15), 15)).hasSize(1);
    }

    @Test
    void neverMakesACadenceWindowOfANodes() {
        PlanWindow node = PlanWindow.ofNode(new NodeDay(MarketingNode.QIXI, day(5)));

        assertThat(WindowMoves.between(cadence(2), List.of(node), 15)).isEmpty();
    }

    @Test
    void tellsAddedGoneAndMovedApart() {
        PlanComparison comparison = PlanComparison.of(cadence(0, 15, 31, 45), cadence(0, 30, 60), 7);

        assertThat(comparison.moved()).containsExactly(new PlanComparison.Move(window(30), window(31)));
        assertThat(comparison.added()).containsExactly(window(15), window(45));
        assertThat(comparison.gone()).containsExactly(window(60));
    }

    private static List<PlanWindow> cadence(int... days) {
        return Arrays.stream(days).mapToObj(WindowMovesTest::window).toList();
    }

    private static PlanWindow window(int day) {
        return PlanWindow.ofCadence(day(day));
    }

    private static LocalDate day(int ahead) {
        return FIRST.plusDays(ahead);
    }
}

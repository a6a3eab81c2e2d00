package io.siyu.campaign.calendar;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class NodeCalendarTest {

    @ParameterizedTest
    @CsvSource({
        "SPRING_FESTIVAL, 2025-01-29",
        "SPRING_FESTIVAL, 2026-02-17",
        "SPRING_FESTIVAL, 2027-02-06",
        "SPRING_FESTIVAL, 2030-02-03",
        "LANTERN_FESTIVAL, 2026-03-03",
        "LANTERN_FESTIVAL, 2027-02-20",
        "DRAGON_BOAT, 2025-05-31",
        "DRAGON_BOAT, 2026-06-19",
        "QIXI, 2023-08-22",
        "QIXI, 2025-08-29",
        "QIXI, 2026-08-19",
        "MID_AUTUMN, 2025-10-06",
        "MID_AUTUMN, 2026-09-25",
        "DOUBLE_NINTH, 2026-10-18",
        "LABA, 2026-01-26",
        "LABA, 2027-01-15",
        "NEW_YEAR_GOODS, 2027-01-23",
        "DOUBLE_ELEVEN, 2026-11-11",
        "WOMENS_DAY, 2026-03-08"
    })
    void putsANodeOnItsKnownDay(MarketingNode node, LocalDate day) {
        assertThat(NodeCalendar.list(List.of(node), day, day)).containsExactly(new NodeDay(node, day));
    }

    @Test
    void listsNodesByDayAndOnlyWithinTheRange() {
        List<NodeDay> nodes = NodeCalendar.list(
                List.of(MarketingNode.values()), LocalDate.parse("2026-12-12"), LocalDate.parse("2027-02-06"));

        assertThat(nodes)
                .extracting(NodeDay::node)
                .containsExactly(
                        MarketingNode.DOUBLE_TWELVE,
                        MarketingNode.CHRISTMAS,
                        MarketingNode.NEW_YEAR,
                        MarketingNode.LABA,
                        MarketingNode.NEW_YEAR_GOODS,
                        MarketingNode.SPRING_FESTIVAL);
    }

    @Test
    void hasEveryNodeOnceInAnyYear() {
        for (int year = 2020; year <= 2040; year++) {
            List<NodeDay> nodes = NodeCalendar.list(
                    List.of(MarketingNode.SPRING_FESTIVAL, MarketingNode.QIXI, MarketingNode.MID_AUTUMN),
                    LocalDate.of(year, 1, 1),
                    LocalDate.of(year, 12, 31));
            assertThat(nodes).as("year %d", year).hasSize(3);
        }
    }
}

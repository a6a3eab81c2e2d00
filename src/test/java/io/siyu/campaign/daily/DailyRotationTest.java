package io.siyu.campaign.daily;

import io.siyu.campaign.Audience;
import io.siyu.campaign.daily.DailyRotation.Choice;
import io.siyu.campaign.daily.DailyRotation.RotatingScript;
import io.siyu.campaign.daily.DailyRotation.Turn;
import io.siyu.content.ContentLine;
import io.siyu.content.PostKind;
import io.siyu.platform.ids.Id;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class DailyRotationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final DailyHour NINE = new DailyHour(LocalTime.of(9, 0), null, null);
    private static final DailyHour NOON = new DailyHour(LocalTime.of(12, 0), null, null);
    private static final DailyHour EIGHT = new DailyHour(LocalTime.of(20, 0), null, null);

    @Test
    void r12EachOccurrenceTakesTheNextScriptOfItsLine() {
        DailyRotation rotation = rotation(
                2,
                List.of(),
                script(1, ContentLine.PERSONA),
                script(2, ContentLine.PERSONA),
                script(3, ContentLine.PERSONA));

        assertThat(fill(rotation, 6, NINE)).extracting(Turn::scriptId).containsExactly(1L, 2L, 3L, 1L, 2L, 3L);
    }

    @Test
    void r12LinesShareTheTimesByTheirQuotas() {
        DailyRotation rotation = rotation(
                7,
                List.of(new LineQuota(ContentLine.PERSONA, 2), new LineQuota(ContentLine.BRAND, 1)),
                script(1, ContentLine.PERSONA),
                script(2, ContentLine.BRAND),
                script(3, ContentLine.PERSONA));

        List<Turn> turns = fill(rotation, 3, NINE);

        assertThat(turns)
                .extracting(Turn::line)
                .containsExactly(ContentLine.PERSONA, ContentLine.BRAND, ContentLine.PERSONA);
        assertThat(rotation.next(DAY.plusDays(3), NINE).otherwise()).isEqualTo(OccurrenceReason.QUOTA);
        assertThat(rotation.next(DAY.plusDays(7), NINE).turn().scriptId()).isEqualTo(1L);
    }

    @Test
    void r12AScriptOfAnotherKindOrLineIsPassedOver() {
        DailyRotation rotation = rotation(
                7,
                List.of(),
                new RotatingScript(1, ContentLine.PERSONA, PostKind.GROUP),
                script(2, ContentLine.TOPIC),
                script(3, ContentLine.EMOTION));

        Choice choice = rotation.next(DAY, new DailyHour(LocalTime.of(9, 0), null, ContentLine.EMOTION));
        assertThat(choice.turn().scriptId()).isEqualTo(3L);
        assertThat(rotation.next(DAY, new DailyHour(LocalTime.of(9, 0), null, ContentLine.PERSONA))
                        .otherwise())
                .isEqualTo(OccurrenceReason.NO_SCRIPT);
    }

    @Property(tries = 60)
    void r12NoQuotaIsExceededAndNoScriptComesTwiceInAnyWindow(
            @ForAll @IntRange(min = 1, max = 9) int window,
            @ForAll @IntRange(min = 1, max = 6) int marketing,
            @ForAll @IntRange(min = 1, max = 6) int persona,
            @ForAll @IntRange(min = 1, max = 12) int count) {
        RotatingScript[] scripts = new RotatingScript[count];
        for (int i = 0; i < count; i++) {
            scripts[i] = script(i + 1, i % 2 == 0 ? ContentLine.PERSONA : ContentLine.MARKETING);
        }
        DailyRotation rotation = rotation(
                window,
                List.of(new LineQuota(ContentLine.MARKETING, marketing), new LineQuota(ContentLine.PERSONA, persona)),
                scripts);

        List<Turn> turns = fill(rotation, 30, NINE, NOON, EIGHT);

        for (int start = 0; start < 30; start++) {
            LocalDate first = DAY.plusDays(start);
            List<Turn> in = turns.stream()
                    .filter(turn -> !turn.at().toLocalDate().isBefore(first)
                            && turn.at().toLocalDate().isBefore(first.plusDays(window)))
                    .toList();
            assertThat(in).extracting(Turn::scriptId).doesNotHaveDuplicates();
            assertThat(in.stream().filter(turn -> turn.line() == ContentLine.MARKETING))
                    .hasSizeLessThanOrEqualTo(marketing);
            assertThat(in.stream().filter(turn -> turn.line() == ContentLine.PERSONA))
                    .hasSizeLessThanOrEqualTo(persona);
        }
    }

    private static List<Turn> fill(DailyRotation rotation, int days, DailyHour... hours) {
        List<Turn> turns = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            for (DailyHour hour : hours) {
                Turn turn = rotation.next(DAY.plusDays(day), hour).turn();
                if (turn != null) {
                    rotation.take(turn);
                    turns.add(turn);
                }
            }
        }
        return turns;
    }

    private static RotatingScript script(long id, ContentLine line) {
        return new RotatingScript(id, line, null);
    }

    private static DailyRotation rotation(int window, List<LineQuota> lines, RotatingScript... scripts) {
        DailyRhythm rhythm = new DailyRhythm(
                EnumSet.allOf(DayOfWeek.class),
                List.of(NINE),
                lines,
                List.of(scripts).stream()
                        .map(script -> Id.of(script.scriptId()))
                        .toList(),
                window,
                Set.of(),
                Audience.OPEN);
        return new DailyRotation(rhythm, List.of(scripts));
    }
}

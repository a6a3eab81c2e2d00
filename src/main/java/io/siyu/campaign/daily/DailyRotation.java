package io.siyu.campaign.daily;

import io.siyu.content.ContentLine;
import io.siyu.content.PostKind;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose turn it is: of the lines with quota left the one that is furthest behind its quota, and of that line's scripts the
 * one that has waited the longest. Within so many days in a row as the window has, no line comes more often than its quota
 * and no script twice, whatever was planned before or behind.
 */
final class DailyRotation {
    /** For a line without a quota. */
    private static final int NO_LIMIT = 1_000_000;

    private final DailyRhythm rhythm;
    private final List<RotatingScript> scripts;
    private final List<Turn> taken = new ArrayList<>();

    DailyRotation(DailyRhythm rhythm, List<RotatingScript> scripts) {
        this.rhythm = rhythm;
        this.scripts = List.copyOf(scripts);
    }

    /** @param kind it is written for, null for any */
    record RotatingScript(long scriptId, ContentLine line, PostKind kind) {
        private boolean fits(DailyHour hour, ContentLine wanted) {
            return line == wanted && (kind == null || kind == hour.kind());
        }
    }

    /** What goes out at some time. */
    record Turn(LocalDateTime at, ContentLine line, Long scriptId) {}

    /** A turn, or why there is none. */
    record Choice(Turn turn, OccurrenceReason otherwise) {}

    void take(Turn turn) {
        taken.add(turn);
    }

    /** Nothing goes out then after all. */
    void giveBack(Turn turn) {
        taken.remove(turn);
    }

    /** Does not take it. */
    Choice next(LocalDate day, DailyHour hour) {
        LocalDateTime at = day.atTime(hour.at());
        List<LineQuota> open = linesOf(hour).stream()
                .filter(quota -> within(day, quota.line()) < quota.most())
                .sorted(Comparator.comparingDouble(quota -> (double) within(day, quota.line()) / quota.most()))
                .toList();
        if (open.isEmpty()) {
            return new Choice(null, OccurrenceReason.QUOTA);
        }
        return open.stream()
                .flatMap(quota -> script(hour, quota.line(), day).stream())
                .findFirst()
                .map(script -> new Choice(new Turn(at, script.line(), script.scriptId()), null))
                .orElse(new Choice(null, OccurrenceReason.NO_SCRIPT));
    }

    private List<LineQuota> linesOf(DailyHour hour) {
        List<LineQuota> lines = rhythm.lines().isEmpty()
                ? scripts.stream()
                        .map(RotatingScript::line)
                        .distinct()
                        .map(line -> new LineQuota(line, NO_LIMIT))
                        .toList()
                : rhythm.lines();
        if (hour.line() == null) {
            return lines;
        }
        return List.of(lines.stream()
                .filter(quota -> quota.line() == hour.line())
                .findFirst()
                .orElse(new LineQuota(hour.line(), NO_LIMIT)));
    }

    private long within(LocalDate day, ContentLine line) {
        return taken.stream()
                .filter(turn -> turn.line() == line && isNear(turn, day))
                .count();
    }

    private Optional<RotatingScript> script(DailyHour hour, ContentLine line, LocalDate day) {
        Map<Long, LocalDateTime> last = new HashMap<>();
        taken.stream()
                .filter(turn -> turn.scriptId() != null)
                .forEach(turn -> last.merge(turn.scriptId(), turn.at(), (a, b) -> a.isAfter(b) ? a : b));
        return scripts.stream()
                .filter(script -> script.fits(hour, line))
                .filter(script -> taken.stream()
                        .noneMatch(turn ->
                                turn.scriptId() != null && turn.scriptId() == script.scriptId() && isNear(turn, day)))
                .min(Comparator.comparing(script -> last.getOrDefault(script.scriptId(), LocalDateTime.MIN)));
    }

    private boolean isNear(Turn turn, LocalDate day) {
        return Math.abs(ChronoUnit.DAYS.between(turn.at().toLocalDate(), day)) < rhythm.windowDays();
    }
}

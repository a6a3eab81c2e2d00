package io.siyu.retrospective.work;

import io.siyu.task.TaskStatus;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;

/**
 * Plan against actual over some tasks.
 *
 * @param tasks all of them: the plan
 * @param planned those whose time has not come
 * @param overdue those not done after their due time, of open and claimed ones
 * @param inTime of the done ones, those done by their due time
 * @param doneRate done of all, 0 to 1; null without tasks
 */
public record Tally(
        int tasks,
        int planned,
        int open,
        int claimed,
        int done,
        int skipped,
        int expired,
        int overdue,
        int inTime,
        BigDecimal doneRate,
        int likes,
        int comments,
        int replies) {
    private static final int RATE_DIGITS = 6;

    public static Tally of(Collection<TaskFact> facts, Instant now) {
        int done = count(facts, TaskStatus.DONE);
        return new Tally(
                facts.size(),
                count(facts, TaskStatus.PLANNED),
                count(facts, TaskStatus.OPEN),
                count(facts, TaskStatus.CLAIMED),
                done,
                count(facts, TaskStatus.SKIPPED),
                count(facts, TaskStatus.EXPIRED),
                (int) facts.stream().filter(f -> f.isOverdueAt(now)).count(),
                (int) facts.stream().filter(TaskFact::isInTime).count(),
                rate(done, facts.size()),
                facts.stream().mapToInt(TaskFact::likes).sum(),
                facts.stream().mapToInt(TaskFact::comments).sum(),
                facts.stream().mapToInt(TaskFact::replies).sum());
    }

    /** Rounded to six digits; null for a part of nothing. */
    public static BigDecimal rate(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), RATE_DIGITS, RoundingMode.HALF_UP);
    }

    private static int count(Collection<TaskFact> facts, TaskStatus status) {
        return (int) facts.stream().filter(f -> f.status() == status).count();
    }
}

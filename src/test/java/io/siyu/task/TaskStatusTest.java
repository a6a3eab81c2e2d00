package io.siyu.task;

import io.siyu.follower.contact.ContactRule;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.ProblemException;
import io.siyu.staff.AccountWorker;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a task lets be done to it by who holds it, in each of its statuses. */
class TaskStatusTest {
    private static final Instant NINE = Instant.parse("2026-11-09T01:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(30);
    private static final Instant LEASE_OVER = NINE.plus(LEASE);
    private static final long ANNA = 1;
    private static final AccountWorker ANNAS = new AccountWorker(ANNA, ANNA, AccountWorker.Why.OWNER);

    private static final Map<String, Consumer<Task>> VERBS = Map.ofEntries(
            Map.entry("open", task -> task.open()),
            Map.entry("waitFor", task -> task.waitFor(new TaskWait(ContactRule.MOMENT_GAP, NINE, LEASE_OVER))),
            Map.entry("claim", task -> task.claim(ANNA, LEASE_OVER, LEASE)),
            Map.entry("giveBack", task -> task.giveBack(ANNA)),
            Map.entry("lapse", task -> task.lapse(LEASE_OVER)),
            Map.entry("endSnooze", Task::endSnooze),
            Map.entry("complete", task -> task.complete(ANNA, "{}", "key", NINE)),
            Map.entry("completeLate", task -> task.completeLate(ANNA, "{}", "key", NINE)),
            Map.entry("settle", task -> task.settle(ANNA, NINE)),
            Map.entry("explainRest", task -> task.explainRest("late")),
            Map.entry("skip", task -> task.skip(ANNA, "why", NINE)),
            Map.entry("snooze", task -> task.snooze(ANNA, LEASE_OVER, NINE)),
            Map.entry("handOver", task -> task.handOver(ANNA)),
            Map.entry("moveTo", task -> task.moveTo(3L, ANNAS)),
            Map.entry("giveTo", task -> task.giveTo(ANNAS)),
            Map.entry("expire", task -> task.expire(ExpiryReason.VALIDITY, "late", NINE)),
            Map.entry("replan", TaskStatusTest::replan),
            Map.entry("revive", task -> task.revive(NINE)));

    /** A row a verb: the statuses that it is for, and what the task is then. */
    @ParameterizedTest
    @CsvSource({
        "open,        PLANNED,              OPEN",
        "waitFor,     PLANNED OPEN,         PLANNED PLANNED",
        "claim,       OPEN CLAIMED,         CLAIMED CLAIMED",
        "giveBack,    CLAIMED,              OPEN",
        "lapse,       CLAIMED,              OPEN",
        "endSnooze,   OPEN,                 OPEN",
        "complete,    CLAIMED,              DONE",
        "completeLate, PLANNED OPEN CLAIMED EXPIRED, DONE DONE DONE DONE",
        "settle,      PLANNED OPEN CLAIMED, DONE DONE DONE",
        "explainRest, DONE,                 DONE",
        "skip,        OPEN CLAIMED,         SKIPPED SKIPPED",
        "snooze,      OPEN CLAIMED,         OPEN OPEN",
        "handOver,    PLANNED OPEN CLAIMED, PLANNED OPEN OPEN",
        "moveTo,      PLANNED OPEN CLAIMED, PLANNED OPEN OPEN",
        "giveTo,      PLANNED OPEN CLAIMED, PLANNED OPEN CLAIMED",
        "expire,      PLANNED OPEN CLAIMED, EXPIRED EXPIRED EXPIRED",
        "replan,      PLANNED OPEN CLAIMED, PLANNED OPEN CLAIMED",
        "revive,      EXPIRED,              PLANNED",
    })
    void aVerbIsForSomeStatusesAndRefusedInAllOthers(String verb, String allowed, String then) {
        TaskStatus[] froms = statuses(allowed);
        TaskStatus[] tos = statuses(then);
        for (int i = 0; i < froms.length; i++) {
            Task task = taskIn(froms[i]);
            VERBS.get(verb).accept(task);
            assertThat(task.status()).as(verb + " of " + froms[i]).isEqualTo(tos[i]);
        }
        Set<TaskStatus> others = EnumSet.allOf(TaskStatus.class);
        Arrays.asList(froms).forEach(others::remove);
        for (TaskStatus other : others) {
            Task task = taskIn(other);
            assertThatThrownBy(() -> VERBS.get(verb).accept(task))
                    .as(verb + " of " + other)
                    .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.code())
                            .isEqualTo(ErrorCode.STATE_CONFLICT));
            assertThat(task.status()).isEqualTo(other);
        }
    }

    private static void replan(Task task) {
        task.replan(
                TaskContent.titled("New words"),
                1,
                new TaskTimes(NINE, NINE.plus(Duration.ofHours(1)), null),
                "changed",
                NINE);
    }

    private static TaskStatus[] statuses(String names) {
        return Arrays.stream(names.split(" ")).map(TaskStatus::valueOf).toArray(TaskStatus[]::new);
    }

    private static Task taskIn(TaskStatus status) {
        TaskOrigin origin = new TaskOrigin(TaskKind.MOMENT, 7L, 1, 8L, 9L, null, "1");
        Task task = Task.planned(5, origin, TaskContent.titled("Post"), ANNA, NINE, NINE.plus(Duration.ofHours(1)));
        if (status != TaskStatus.PLANNED) {
            task.open();
        }
        switch (status) {
            case PLANNED, OPEN -> {
                // It is there already.
            }
            case CLAIMED -> task.claim(ANNA, NINE, LEASE);
            case DONE -> {
                task.claim(ANNA, NINE, LEASE);
                task.complete(ANNA, "{}", "key", NINE);
            }
            case SKIPPED -> task.skip(ANNA, "why", NINE);
            case EXPIRED -> task.expire(ExpiryReason.VALIDITY, "late", NINE);
        }
        return task;
    }
}

package io.siyu.task;

import io.siyu.follower.contact.ContactRule;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TaskTest {
    private static final Instant NINE = Instant.parse("2026-11-09T01:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(30);
    private static final long ANNA = 1;
    private static final long BEN = 2;

    private final Task task = planned();

    @Test
    void openWorkCanBeTakenAndGivenBack() {
        task.open();
        task.claim(ANNA, NINE, LEASE);
        assertThat(task.status()).isEqualTo(TaskStatus.CLAIMED);
        assertThat(task.isHeldBy(ANNA)).isTrue();

        task.giveBack(ANNA);
        assertThat(task.status()).isEqualTo(TaskStatus.OPEN);
        assertThat(task.holderStaffId()).isEmpty();
    }

    @Test
    void whatIsNotOpenYetCannotBeTaken() {
        refused(() -> task.claim(ANNA, NINE, LEASE));
    }

    @Test
    void r13AHeldTaskIsTakenForEverybodyElseAndKeptForLongerByItsHolder() {
        task.open();
        task.claim(ANNA, NINE, LEASE);

        taken(() -> task.claim(BEN, NINE, LEASE));
        Instant later = NINE.plus(Duration.ofMinutes(20));
        task.claim(ANNA, later, LEASE);
        assertThat(task.leaseUntil()).contains(later.plus(LEASE));
        assertThat(task.claimedAt())
                .as("reports since the first claim are still taken")
                .isEqualTo(NINE);
    }

    @Test
    void r13NobodyBeginsWithATaskWhoseValidityIsOver() {
        task.validUntil(NINE.plus(LEASE)).open();
        assertThat(task.isDueToMove(NINE.plus(LEASE))).isTrue();
        refused(() -> task.claim(ANNA, NINE.plus(LEASE), LEASE));

        task.claim(ANNA, NINE.plus(LEASE).minusSeconds(60), LEASE);
        assertThat(task.isDueToMove(NINE.plus(LEASE)))
                .as("who holds it then may go on until the lease ends")
                .isFalse();
        task.complete(ANNA, "{}", "key", NINE.plus(LEASE).plusSeconds(60));
    }

    @Test
    void r13ATaskThatWaitsForItsLimitsComesBackThen() {
        Instant until = NINE.plus(Duration.ofHours(1));
        task.waitFor(new TaskWait(ContactRule.MOMENT_GAP, NINE, until));
        assertThat(task.isDueToMove(NINE)).isFalse();
        assertThat(task.isDueToMove(until)).isTrue();
        task.open(until);
        assertThat(task.waiting()).isEmpty();
        assertThat(task.wantedAt()).isEqualTo(until);
    }

    @Test
    void aLeaseThatRanOutFreesTheTask() {
        task.open();
        task.claim(ANNA, NINE, LEASE);
        Instant before = NINE.plus(LEASE).minusNanos(1000);
        refused(() -> task.lapse(before));
        assertThat(task.isDueToMove(before)).isFalse();

        Instant end = NINE.plus(LEASE);
        assertThat(task.isDueToMove(end)).isTrue();
        task.lapse(end);
        assertThat(task.status()).isEqualTo(TaskStatus.OPEN);
        task.claim(BEN, end, LEASE);
        taken(() -> task.complete(ANNA, "{}", "key", end));
    }

    @Test
    void aLapsedLeaseCanBeTakenOverBeforeTheClockComesRound() {
        task.open();
        task.claim(ANNA, NINE, LEASE);
        task.claim(BEN, NINE.plus(LEASE), LEASE);
        assertThat(task.isHeldBy(BEN)).isTrue();
    }

    @Test
    void onlyItsHolderCompletesItAndTheSameReportAgainIsKnown() {
        task.open();
        refused(() -> task.complete(ANNA, "{}", "key", NINE));
        task.claim(ANNA, NINE, LEASE);
        taken(() -> task.complete(BEN, "{}", "key", NINE));

        task.complete(ANNA, "{}", "key", NINE);
        assertThat(task.status()).isEqualTo(TaskStatus.DONE);
        assertThat(task.wasCompletedBy(ANNA, "key")).isTrue();
        assertThat(task.wasCompletedBy(ANNA, "other")).isFalse();
        assertThat(task.wasCompletedBy(BEN, "key")).isFalse();
        refused(() -> task.complete(ANNA, "{}", "other", NINE));
    }

    @Test
    void nobodySkipsWhatAnotherHolds() {
        task.open();
        task.claim(ANNA, NINE, LEASE);
        taken(() -> task.skip(BEN, "why", NINE));
        task.skip(ANNA, "why", NINE);
        assertThat(task.status()).isEqualTo(TaskStatus.SKIPPED);
    }

    @Test
    void putOffWorkComesBackAtItsTime() {
        task.open();
        task.claim(ANNA, NINE, LEASE);
        Instant later = NINE.plus(Duration.ofHours(2));
        task.snooze(ANNA, later, NINE);

        assertThat(task.status()).isEqualTo(TaskStatus.OPEN);
        assertThat(task.holderStaffId()).isEmpty();
        assertThat(task.isDueToMove(later)).isTrue();
        task.endSnooze();
        assertThat(task.isDueToMove(later)).isFalse();
    }

    @Test
    void handedOverWorkIsFreeForItsNewOwner() {
        task.open();
        task.claim(ANNA, NINE, LEASE);
        task.handOver(BEN);
        assertThat(task.assigneeStaffId()).contains(BEN);
        assertThat(task.status()).isEqualTo(TaskStatus.OPEN);
        assertThat(task.concerns(ANNA)).isFalse();
        assertThat(task.concerns(BEN)).isTrue();
    }

    @Test
    void plannedWorkStaysPlannedWhenHandedOver() {
        task.handOver(BEN);
        assertThat(task.status()).isEqualTo(TaskStatus.PLANNED);
    }

    @Test
    void anotherScriptShowsToWhoHoldsTheTask() {
        task.open();
        task.claim(ANNA, NINE, LEASE);
        boolean changed = replan("New words", NINE);
        assertThat(changed).isTrue();
        assertThat(task.content().title()).isEqualTo("New words");
        assertThat(task.isHeldBy(ANNA)).isTrue();
        assertThat(replan("New words", NINE)).isFalse();
    }

    @Test
    void aLaterTimeTakesOpenWorkBackIntoThePlan() {
        task.open();
        Instant noon = NINE.plus(Duration.ofHours(3));
        replan("Post", noon);
        assertThat(task.status()).isEqualTo(TaskStatus.PLANNED);
        assertThat(task.isDueToMove(noon)).isTrue();
        assertThat(task.isDueToMove(NINE)).isFalse();
    }

    @Test
    void whatIsDoneStaysAsItWasSent() {
        task.open();
        task.claim(ANNA, NINE, LEASE);
        task.complete(ANNA, "{}", "key", NINE);
        refused(() -> replan("New words", NINE));
        refused(() -> task.expire(ExpiryReason.VALIDITY, "late", NINE));
        refused(() -> task.handOver(BEN));
        assertThat(task.content().title()).isEqualTo("Post");
    }

    private boolean replan(String title, Instant opensAt) {
        return task.replan(
                TaskContent.titled(title),
                1,
                new TaskTimes(opensAt, opensAt.plus(Duration.ofHours(1)), null),
                "changed",
                NINE);
    }

    private static Task planned() {
        TaskOrigin origin = new TaskOrigin(TaskKind.MOMENT, 7L, 1, 8L, 9L, null, "1");
        return Task.planned(5, origin, TaskContent.titled("Post"), ANNA, NINE, NINE.plus(Duration.ofHours(1)));
    }

    private static void refused(Runnable verb) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(verb::run).satisfies(e -> assertThat(e.code())
                .isEqualTo(ErrorCode.STATE_CONFLICT));
    }

    private static void taken(Runnable verb) {
        assertThatExceptionOfType(TaskTakenException.class).isThrownBy(verb::run);
    }
}

package io.siyu.task.queue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.support.Database;
import io.siyu.task.TaskStatus;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** Queues are read by ranges of indexes that are in their order already, however much work lies in the table. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class TaskIndexTest {
    private static final Instant NOW = Instant.parse("2026-11-09T01:00:00Z");
    private static final int TASKS = 6000;
    private static final int STAFF = 40;

    @Inject
    Sql sql;

    @Test
    void everyRangeOfTheQueueIsReadInOrderFromAnIndex() {
        long shop = Id.nextValue();
        fill(shop);
        Optional<Cursor> after = Optional.of(Cursor.of(NOW, 2, 1));

        for (Optional<Cursor> cursor : List.of(Optional.<Cursor>empty(), after)) {
            assertThat(plan(SqlFragment.of("shop_id = ? AND assignee_staff_id = ?", shop, 3L), cursor))
                    .isEqualTo("task_assignee");
            assertThat(plan(SqlFragment.of("shop_id = ? AND assignee_staff_id IS NULL", shop), cursor))
                    .isEqualTo("task_assignee");
            assertThat(plan(SqlFragment.of("shop_id = ?", shop), cursor)).isEqualTo("task_queue");
            assertThat(plan(SqlFragment.of("shop_id = ? AND campaign_id = ?", shop, 7L), cursor))
                    .isEqualTo("task_campaign");
            assertThat(plan(SqlFragment.of("shop_id = ? AND account_id = ?", shop, 2L), cursor))
                    .isEqualTo("task_account_queue");
            assertThat(plan(
                            SqlFragment.of(
                                    "shop_id = ? AND assignee_staff_id = ? AND due_at > ? AND due_at <= ?",
                                    shop,
                                    3L,
                                    NOW,
                                    NOW.plusSeconds(86_400)),
                            cursor))
                    .isEqualTo("task_assignee");
        }
        assertThat(explain("SELECT DISTINCT shop_id FROM task WHERE shop_id IN (?, ?) AND wake_at <= ?", shop, 5L, NOW)
                        .key())
                .isEqualTo("task_wake");
        assertThat(explain(
                                "SELECT id FROM task WHERE shop_id = ? AND wake_at <= ? AND status <> 'DONE'"
                                        + " ORDER BY wake_at LIMIT 500",
                                shop,
                                NOW.minusSeconds(86_400 * 29))
                        .key())
                .isEqualTo("task_wake");
    }

    @Test
    void theMomentsOfADayAreFoundByTheirAccount() {
        long shop = Id.nextValue();
        fill(shop);
        LocalDate day = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

        SqlFragment query = MomentNumbers.planned(
                Id.of(shop), Map.of(day, Set.of(1L), day.plusDays(1), Set.of(1L, 2L)), ZoneOffset.UTC);

        assertThat(explain(query.text(), query.params().toArray()).key()).isEqualTo("task_account");
    }

    @Test
    void aTaskAmongManyShopsIsLockedByItsKeyAlone() {
        assertThat(explain(
                                "SELECT * FROM task FORCE INDEX (PRIMARY) WHERE shop_id IN (?, ?, ?) AND id = ? FOR UPDATE",
                                1L,
                                2L,
                                3L,
                                Id.nextValue())
                        .key())
                .isEqualTo("PRIMARY");
    }

    @Test
    void whatAFollowerOrAnAccountGotIsFoundByADayOfTheLedger() {
        long shop = Id.nextValue();
        fillLedger(shop);
        LocalDate day = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

        assertThat(explain(
                                "SELECT follower_id, task_id, at, day, staff_id FROM contact WHERE shop_id = ?"
                                        + " AND day BETWEEN ? AND ? AND follower_id IN (?)",
                                shop,
                                day.minusDays(29),
                                day.plusDays(29),
                                7L)
                        .key())
                .isEqualTo("contact_follower");
        assertThat(explain(
                                "SELECT task_id, at, day, staff_id FROM contact WHERE shop_id = ? AND account_id = ?"
                                        + " AND day BETWEEN ? AND ? AND kind = 'MOMENT'",
                                shop,
                                3L,
                                day.minusDays(1),
                                day.plusDays(1))
                        .key())
                .isEqualTo("contact_account");
    }

    private void fillLedger(long shop) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            LocalDate day = LocalDate.ofInstant(NOW, ZoneOffset.UTC).minusDays(i % 90);
            rows.add(new Object[] {shop, Id.nextValue(), i, i % 500, i % 500, i % STAFF, 1, NOW, day, NOW});
        }
        sql.batch(
                "INSERT INTO contact (shop_id, id, kind, task_id, sent_to, follower_id, account_id, staff_id, at, day,"
                        + " recorded_at) VALUES (?, ?, 'PRIVATE', ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        sql.list("ANALYZE TABLE contact", row -> row.textAt("Table"));
    }

    private String plan(SqlFragment branch, Optional<Cursor> after) {
        TaskFilter filter = new TaskFilter(TaskStatus.OPEN, List.of(), false);
        SqlFragment range = TaskQueue.range(branch, TaskStatus.OPEN, filter, after, NOW, 51);
        Step step = explain(range.text(), range.params().toArray());
        assertThat(step.extra()).doesNotContain("filesort");
        return step.key();
    }

    private record Step(String key, String extra) {}

    private Step explain(String statement, Object... params) {
        return sql.first(
                        "EXPLAIN " + statement,
                        row -> new Step(row.textAt("key"), String.valueOf(row.textAt("Extra"))),
                        params)
                .orElseThrow();
    }

    private void fill(long shop) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            TaskStatus status = TaskStatus.values()[i % TaskStatus.values().length];
            Instant at = NOW.plusSeconds(600L * (i - TASKS / 2));
            rows.add(new Object[] {
                shop,
                Id.nextValue(),
                status,
                1 + i % 4,
                i,
                i % STAFF == 0 ? null : i % STAFF,
                at,
                at,
                status.isClosed() ? null : at
            });
        }
        sql.batch(
                "INSERT INTO task (shop_id, id, kind, status, priority, post_id, account_id, occurrence,"
                        + " assignee_staff_id, opens_at, due_at, wake_at)"
                        + " VALUES (?, ?, 'MOMENT', ?, ?, ?, 1, '1', ?, ?, ?, ?)",
                rows);
        sql.list("ANALYZE TABLE task", row -> row.textAt("Table"));
    }
}

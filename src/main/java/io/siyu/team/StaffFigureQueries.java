package io.siyu.team;

import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts by person what was due, or happened, in some days: each by an index of its times. */
@ApplicationScoped
class StaffFigureQueries {
    private final Sql sql;

    StaffFigureQueries(Sql sql) {
        this.sql = sql;
    }

    private interface Counting {
        void count(StaffWork work, ResultRow row) throws SQLException;
    }

    /** Everybody who works in the shop, or did, by id; what nobody has is nobody's here. */
    Map<Long, String> names(long shopId) {
        Map<Long, String> names = new TreeMap<>();
        sql.forEach(
                "SELECT s.id, s.display_name FROM staff s WHERE s.shop_id = ? AND s.status <> 'INVITED'"
                        + " AND s.roles <> 'integration'",
                row -> names.put(row.longAt("id"), row.textAt("display_name")),
                shopId);
        return names;
    }

    Map<Long, StaffWork> work(long shopId, DayRange days) {
        Map<Long, StaffWork> people = new HashMap<>();
        tasks(people, shopId, days);
        recipients(people, shopId, days);
        growth(people, shopId, days);
        breaches(people, shopId, days);
        loops(people, shopId, days);
        return people;
    }

    private void tasks(Map<Long, StaffWork> people, long shopId, DayRange days) {
        read(
                people,
                (work, row) -> {
                    int n = row.intAt("n");
                    switch (row.textAt("status")) {
                        case "DONE" -> {
                            work.done += n;
                            work.onTime += row.intAt("on_time");
                        }
                        case "SKIPPED" -> work.skipped += n;
                        default -> work.expired += n;
                    }
                },
                "SELECT COALESCE(t.closed_by_staff_id, t.assignee_staff_id) AS person, t.status, COUNT(*) AS n,"
                        + " SUM(t.closed_at <= t.due_at) AS on_time FROM task t WHERE t.shop_id = ?"
                        + " AND t.status IN ('DONE', 'SKIPPED', 'EXPIRED') AND t.due_at >= ? AND t.due_at < ?"
                        + " AND (t.reason_code IS NULL OR t.reason_code <> 'MOOT') GROUP BY person, t.status",
                shopId,
                days.begin(),
                days.end());
    }

    private void recipients(Map<Long, StaffWork> people, long shopId, DayRange days) {
        read(
                people,
                (work, row) -> {
                    work.sent += row.intAt("sent");
                    work.failed += row.intAt("failed");
                },
                "SELECT COALESCE(r.reported_by, t.closed_by_staff_id) AS person, SUM(r.state = 'SENT') AS sent,"
                        + " SUM(r.state = 'FAILED') AS failed FROM task t"
                        + " JOIN task_recipient r ON r.shop_id = t.shop_id AND r.task_id = t.id"
                        + " AND r.state IN ('SENT', 'FAILED') WHERE t.shop_id = ?"
                        + " AND t.status IN ('OPEN', 'CLAIMED', 'DONE', 'SKIPPED', 'EXPIRED')"
                        + " AND t.due_at >= ? AND t.due_at < ? GROUP BY person",
                shopId,
                days.begin(),
                days.end());
    }

    private void growth(Map<Long, StaffWork> people, long shopId, DayRange days) {
        read(
                people,
                (work, row) -> work.adds += row.intAt("n"),
                "SELECT COALESCE((SELECT t.closed_by_staff_id FROM task t FORCE INDEX (task_follower)"
                        + " WHERE t.shop_id = f.shop_id"
                        + " AND t.follower_id = f.id AND t.kind = 'ADD_FRIEND' AND t.status = 'DONE'"
                        + " ORDER BY t.closed_at DESC LIMIT 1), a.owner_staff_id) AS person, COUNT(*) AS n"
                        + " FROM follower f JOIN account a ON a.shop_id = f.shop_id AND a.id = f.account_id"
                        + " WHERE f.shop_id = ? AND f.added_at >= ? AND f.added_at < ? GROUP BY person",
                shopId,
                days.begin(),
                days.end());
        read(
                people,
                (work, row) -> work.losses += row.intAt("n"),
                "SELECT a.owner_staff_id AS person, COUNT(*) AS n FROM follower_loss l"
                        + " JOIN account a ON a.shop_id = l.shop_id AND a.id = l.account_id"
                        + " WHERE l.shop_id = ? AND l.day BETWEEN ? AND ? GROUP BY person",
                shopId,
                days.from(),
                days.to());
    }

    private void breaches(Map<Long, StaffWork> people, long shopId, DayRange days) {
        read(
                people,
                (work, row) -> work.breaches += row.intAt("n"),
                "SELECT b.staff_id AS person, COUNT(*) AS n FROM contact_breach b WHERE b.shop_id = ? AND b.at >= ?"
                        + " AND b.at < ? GROUP BY person",
                shopId,
                days.begin(),
                days.end());
    }

    private void loops(Map<Long, StaffWork> people, long shopId, DayRange days) {
        read(
                people,
                (work, row) -> {
                    work.loops += row.intAt("n");
                    work.loopMinutes += row.longAt("minutes");
                },
                "SELECT f.owner_staff_id AS person, COUNT(*) AS n, SUM(f.loop_minutes) AS minutes FROM feedback f"
                        + " WHERE f.shop_id = ? AND f.confirmed_at >= ? AND f.confirmed_at < ?"
                        + " AND f.loop_minutes IS NOT NULL GROUP BY person",
                shopId,
                days.begin(),
                days.end());
    }

    private void read(Map<Long, StaffWork> people, Counting counting, String query, Object... params) {
        sql.forEach(
                query,
                row -> {
                    Long person = row.nullableLongAt("person");
                    if (person != null) {
                        counting.count(people.computeIfAbsent(person, id -> new StaffWork()), row);
                    }
                },
                params);
    }
}

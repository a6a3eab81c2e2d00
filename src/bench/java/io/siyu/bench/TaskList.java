package io.siyu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.siyu.support.Client;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;

/** Puts work into a shop, so that there is a task list to look at. */
final class TaskList {
    private static final int TASKS = 2000;
    private static final long FIRST_ID = 600_000_000_000_000_000L;

    private TaskList() {}

    /** @return the path of staff1's list, of which a page is full */
    static String fill(Connection connection, Client client, String shop) throws SQLException {
        long staff = 0;
        for (JsonNode one : client.get("admin", "/shops/" + shop + "/staff").get("items")) {
            staff = one.get("username").asText().equals("staff1")
                    ? one.get("id").asLong()
                    : staff;
        }
        LocalDateTime now = LocalDateTime.now(java.time.ZoneOffset.UTC);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO task (shop_id, id, kind, status, priority, occurrence, assignee_staff_id, opens_at, due_at,"
                        + " title, media) VALUES (?, ?, 'MOMENT', 'OPEN', 3, ?, ?, ?, ?, ?, '[]')")) {
            for (int i = 0; i < TASKS; i++) {
                insert.setLong(1, Long.parseLong(shop));
                insert.setLong(2, FIRST_ID + i);
                insert.setString(3, "bench-" + i);
                insert.setLong(4, staff);
                insert.setObject(5, now.minusHours(1));
                insert.setObject(6, now.plusMinutes(i));
                insert.setString(7, "发朋友圈 " + i);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return "/tasks?mine=true&shop=" + shop;
    }
}

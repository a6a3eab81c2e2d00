package io.siyu.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** What a claim and a completion write, on a connection of its own. */
final class BareSteps implements AutoCloseable {
    private static final AtomicLong IDS = new AtomicLong(800_000_000_000_000_000L);
    private static final int LEASE_MINUTES = 30;
    private static final long STAFF = 1;
    private static final String KEY = "0".repeat(64);

    private final Connection connection;
    private final long shop;
    private final PreparedStatement claim;
    private final PreparedStatement complete;
    private final PreparedStatement event;
    private final PreparedStatement contact;

    BareSteps(Connection connection, String shop) throws SQLException {
        this.connection = connection;
        this.shop = Long.parseLong(shop);
        connection.setAutoCommit(false);
        claim = connection.prepareStatement("UPDATE bench_task SET status = 'CLAIMED', holder_staff_id = ?,"
                + " claimed_at = ?, lease_until = ?, wake_at = ?, version = version + 1"
                + " WHERE shop_id = ? AND id = ? AND status = 'OPEN'");
        complete = connection.prepareStatement("UPDATE bench_task SET status = 'DONE', holder_staff_id = NULL,"
                + " lease_until = NULL, wake_at = NULL, closed_at = ?, closed_by_staff_id = ?, result = '{\"likes\":1}',"
                + " completion_key = ?, version = version + 1 WHERE shop_id = ? AND id = ? AND status = 'CLAIMED'");
        event = connection.prepareStatement("INSERT INTO bench_task_event (shop_id, id, task_id, type, from_status,"
                + " to_status, at, by_staff_id, assignee_staff_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        contact = connection.prepareStatement("INSERT INTO bench_contact (shop_id, id, kind, task_id, sent_to,"
                + " follower_id, account_id, staff_id, at, day, recorded_at)"
                + " VALUES (?, ?, 'GROUP', ?, 0, 0, ?, ?, ?, ?, ?)");
    }

    /** @return false if it is not open */
    boolean claim(long task) throws SQLException {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        LocalDateTime until = now.plusMinutes(LEASE_MINUTES);
        boolean isMine = update(claim, STAFF, now, until, until, shop, task) == 1;
        if (isMine) {
            update(event, shop, IDS.incrementAndGet(), task, "CLAIMED", "OPEN", "CLAIMED", now, STAFF, STAFF);
        }
        connection.commit();
        return isMine;
    }

    /** @return false if nobody holds it */
    boolean complete(long task) throws SQLException {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        boolean isHeld = update(complete, now, STAFF, KEY, shop, task) == 1;
        if (isHeld) {
            update(event, shop, IDS.incrementAndGet(), task, "DONE", "CLAIMED", "DONE", now, STAFF, STAFF);
            update(contact, shop, IDS.incrementAndGet(), task, STAFF, STAFF, now, now.toLocalDate(), now);
        }
        connection.commit();
        return isHeld;
    }

    private static int update(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

package io.siyu.platform.privacy;

import io.quarkus.arc.All;
import io.siyu.platform.metric.Gauges;
import io.siyu.platform.metric.Measurement;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.platform.time.DueWork;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;

import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Encrypts anew what older keys have encrypted, some rows at a time from a checkpoint on, once another key is the primary
 * one. Goes through every table again each day, for what a replica with the former keys may have written meanwhile.
 */
@ApplicationScoped
public class Reencryption implements DueWork, Measurement {
    private static final Logger LOG = Logger.getLogger(Reencryption.class);
    private static final int AFTER_ALL_ELSE = 900;
    private static final Duration PAUSE = Duration.ofDays(1);

    private final List<EncryptedTable> tables;
    private final FieldEncryption encryption;
    private final Sql sql;

    Reencryption(@All List<EncryptedTable> tables, FieldEncryption encryption, Sql sql) {
        this.tables = tables;
        this.encryption = encryption;
        this.sql = sql;
    }

    /** Where a pass through a table stands. */
    private record Checkpoint(long keyId, long shopId, long id, Instant checkedAt) {}

    private record Stored(long shopId, long id, Map<String, byte[]> values) {}

    @Override
    public int runDue(Instant now) {
        int done = 0;
        for (EncryptedTable table : tables) {
            done += Contention.inTransaction(() -> runSome(table, encryption, now));
        }
        return done;
    }

    @Override
    public void measure(Instant now, Gauges gauges) {
        gauges.set("siyu.privacy.rows.behind", rowsBehind());
    }

    @Override
    public int order() {
        return AFTER_ALL_ELSE;
    }

    /** Rows with a value that is not under the primary key, as counted when the pass began and less what it has done. */
    double rowsBehind() {
        return sql.first("SELECT COALESCE(SUM(rows_behind), 0) AS n FROM reencryption", row -> row.longAt("n"))
                .orElse(0L);
    }

    /** @return how many rows were taken up */
    int runSome(EncryptedTable table, FieldEncryption keys, Instant now) {
        long keyId = keys.primaryKeyId();
        Checkpoint at = checkpoint(table, keys, now);
        if (at.keyId() == keyId && at.checkedAt() != null && at.checkedAt().isAfter(now.minus(PAUSE))) {
            return 0;
        }
        if (at.keyId() != keyId || at.checkedAt() != null) {
            begin(table, keys);
            at = new Checkpoint(keyId, 0, 0, null);
        }
        List<Stored> rows = next(table, keys, at);
        int renewed = 0;
        for (Stored row : rows) {
            renewed += renew(table, keys, row) ? 1 : 0;
        }
        if (rows.isEmpty()) {
            sql.update("UPDATE reencryption SET checked_at = ? WHERE table_name = ?", now, table.name());
        } else {
            Stored last = rows.get(rows.size() - 1);
            sql.update(
                    "UPDATE reencryption SET at_shop_id = ?, at_id = ?, rows_behind = GREATEST(0, rows_behind - ?)"
                            + " WHERE table_name = ?",
                    last.shopId(),
                    last.id(),
                    renewed,
                    table.name());
        }
        return rows.size();
    }

    /** Locked, so that one replica at a time goes on from it. */
    private Checkpoint checkpoint(EncryptedTable table, FieldEncryption keys, Instant now) {
        String read = "SELECT key_id, at_shop_id, at_id, checked_at FROM reencryption WHERE table_name = ? FOR UPDATE";
        Optional<Checkpoint> found = sql.first(read, Reencryption::read, table.name());
        if (found.isPresent()) {
            return found.get();
        }
        sql.update(
                "INSERT INTO reencryption (table_name, key_id) VALUES (?, ?)"
                        + " ON DUPLICATE KEY UPDATE key_id = key_id",
                table.name(),
                keys.primaryKeyId());
        begin(table, keys);
        return sql.first(read, Reencryption::read, table.name()).orElseThrow();
    }

    private static Checkpoint read(ResultRow row) throws SQLException {
        return new Checkpoint(
                row.longAt("key_id"), row.longAt("at_shop_id"), row.longAt("at_id"), row.instantAt("checked_at"));
    }

    private void begin(EncryptedTable table, FieldEncryption keys) {
        long behind = sql.first(
                        SqlFragment.of("SELECT COUNT(*) AS n FROM " + table.name() + " WHERE ")
                                .add(isBehind(table, keys)),
                        row -> row.longAt("n"))
                .orElseThrow();
        sql.update(
                "UPDATE reencryption SET key_id = ?, at_shop_id = 0, at_id = 0, checked_at = NULL, rows_behind = ?"
                        + " WHERE table_name = ?",
                keys.primaryKeyId(),
                behind,
                table.name());
    }

    /** Those behind the checkpoint that have a value under an older key. */
    private List<Stored> next(EncryptedTable table, FieldEncryption keys, Checkpoint at) {
        String columns = String.join(", ", table.bindings().keySet());
        SqlFragment query = SqlFragment.of(
                        "SELECT shop_id, " + table.id() + " AS row_id, " + columns + " FROM " + table.name()
                                + " WHERE shop_id >= ? AND (shop_id > ? OR " + table.id() + " > ?) AND (",
                        at.shopId(),
                        at.shopId(),
                        at.id())
                .add(isBehind(table, keys))
                .add(") ORDER BY shop_id, row_id LIMIT ?", table.rowsABatch());
        return sql.list(query, row -> {
            Map<String, byte[]> values = new TreeMap<>();
            for (String column : table.bindings().keySet()) {
                values.put(column, row.bytesAt(column));
            }
            return new Stored(row.longAt("shop_id"), row.longAt("row_id"), values);
        });
    }

    private static SqlFragment isBehind(EncryptedTable table, FieldEncryption keys) {
        byte[] prefix = keys.primaryPrefix();
        return SqlFragment.join(
                " OR ",
                table.bindings().keySet().stream()
                        .map(column -> SqlFragment.of("LEFT(" + column + ", ?) <> ?", prefix.length, prefix))
                        .toList());
    }

    /** @return false if a value does not decrypt; it stays as it is, and its row stays counted as behind */
    private boolean renew(EncryptedTable table, FieldEncryption keys, Stored row) {
        boolean isRenewed = true;
        for (Map.Entry<String, byte[]> value : row.values().entrySet()) {
            if (value.getValue() != null && !keys.isUnderPrimary(value.getValue())) {
                isRenewed &= renew(table, keys, row, value.getKey());
            }
        }
        return isRenewed;
    }

    /** Writes over nothing that somebody else has written in the meantime. */
    private boolean renew(EncryptedTable table, FieldEncryption keys, Stored row, String column) {
        byte[] before = row.values().get(column);
        try {
            sql.update(
                    "UPDATE " + table.name() + " SET " + column + " = ? WHERE shop_id = ? AND " + table.id()
                            + " = ? AND " + column + " = ?",
                    keys.renew(before, table.bindings().get(column).context(row.shopId(), row.id())),
                    row.shopId(),
                    row.id(),
                    before);
            return true;
        } catch (GeneralSecurityException e) {
            LOG.errorf(
                    "%s of row %d of shop %d in %s does not decrypt with the keys at hand",
                    column, row.id(), row.shopId(), table.name());
            return false;
        }
    }
}

package io.siyu.platform.privacy;

import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;

import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way through a table on which its values come under another key, from a checkpoint on. What only looks is done outside of
 * transactions: looking through a large table for the last few rows may take longer than one of them may.
 */
@ApplicationScoped
class ReencryptionPass {
    private static final Logger LOG = Logger.getLogger(ReencryptionPass.class);
    private static final Duration PAUSE = Duration.ofDays(1);
    /** Where it has left values behind that did not decrypt: somebody may have repaired them. */
    private static final Duration PAUSE_BEFORE_THE_REST = Duration.ofHours(1);

    private static final String CHECKPOINT =
            "SELECT key_id, at_shop_id, at_id, checked_at, rows_behind FROM reencryption WHERE table_name = ?";

    private final Sql sql;
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    ReencryptionPass(Sql sql) {
        this.sql = sql;
    }

    /** Where it stands. */
    record Checkpoint(long keyId, long shopId, long id, Instant checkedAt, long rowsBehind) {
        private boolean isUnderWay(ValueKey key) {
            return keyId == key.id() && checkedAt == null;
        }

        private boolean isFresh(ValueKey key, Instant now) {
            Duration pause = rowsBehind > 0 ? PAUSE_BEFORE_THE_REST : PAUSE;
            return keyId == key.id() && checkedAt != null && checkedAt.isAfter(now.minus(pause));
        }
    }

    /** Rows behind a checkpoint, none where the pass is at its end. */
    record Batch(Checkpoint at, List<Stored> rows) {}

    record Stored(long shopId, long id, Map<String, byte[]> values) {}

    boolean isUnderWay(EncryptedTable table, ValueKey key) {
        return checkpoint(table).stream().anyMatch(at -> at.isUnderWay(key));
    }

    /** Whether one is to begin, if none is under way. */
    boolean isDue(EncryptedTable table, ValueKey key, Instant now) {
        return checkpoint(table).stream().noneMatch(at -> at.isFresh(key, now));
    }

    /** How many rows have a value that is not under the key. That takes no keys, so that any replica can tell. */
    long countBehind(EncryptedTable table, ValueKey key) {
        return sql.first(
                        SqlFragment.of("SELECT COUNT(*) AS n FROM " + table.name() + " WHERE ")
                                .add(isBehind(table, key)),
                        row -> row.longAt("n"))
                .orElseThrow();
    }

    /** In the caller's transaction. */
    void begin(EncryptedTable table, ValueKey key, long behind) {
        if (lockedCheckpoint(table).stream().noneMatch(at -> at.isUnderWay(key))) {
            sql.update(
                    "INSERT INTO reencryption (table_name, key_id, rows_behind) VALUES (?, ?, ?)"
                            + " ON DUPLICATE KEY UPDATE key_id = VALUES(key_id), at_shop_id = 0, at_id = 0,"
                            + " checked_at = NULL, rows_behind = VALUES(rows_behind)",
                    table.name(),
                    key.id(),
                    behind);
        }
    }

    /**
     * Encrypts the batch anew, or ends the pass if it is empty; in the caller's transaction, together with how far it is.
     *
     * @return how many rows were taken up; 0 where the pass has ended, is at another place, or cannot go on with these keys
     */
    int take(EncryptedTable table, FieldEncryption keys, Batch batch, Instant now) {
        if (!batch.at().isUnderWay(keys.primary())
                || lockedCheckpoint(table).stream().noneMatch(batch.at()::equals)) {
            return 0;
        }
        if (batch.rows().isEmpty()) {
            sql.update("UPDATE reencryption SET checked_at = ? WHERE table_name = ?", now, table.name());
            return 0;
        }
        List<Stored> rows = batch.rows().stream()
                .takeWhile(row -> hasKeysOf(table, keys, row))
                .toList();
        if (!rows.isEmpty()) {
            held.remove(table.name());
            Stored last = rows.get(rows.size() - 1);
            sql.update(
                    "UPDATE reencryption SET at_shop_id = ?, at_id = ?, rows_behind = GREATEST(0, rows_behind - ?)"
                            + " WHERE table_name = ?",
                    last.shopId(),
                    last.id(),
                    renew(table, keys, rows),
                    table.name());
        }
        return rows.size();
    }

    /** Whether passes through all of these have come to their end, with the key. */
    boolean areOver(List<EncryptedTable> tables, ValueKey key) {
        Set<String> over = Set.copyOf(sql.list(
                "SELECT table_name FROM reencryption WHERE key_id = ? AND checked_at IS NOT NULL",
                row -> row.textAt("table_name"),
                key.id()));
        return tables.stream().allMatch(table -> over.contains(table.name()));
    }

    /** Whether any value is under the key. */
    boolean isAnyUnder(EncryptedTable table, ValueKey key) {
        return sql.first(
                        SqlFragment.of("SELECT 1 AS found FROM " + table.name() + " WHERE ")
                                .add(begins(table, "=", key))
                                .add(" LIMIT 1"),
                        row -> row.intAt("found"))
                .isPresent();
    }

    private Optional<Checkpoint> checkpoint(EncryptedTable table) {
        return sql.first(CHECKPOINT, ReencryptionPass::read, table.name());
    }

    /** So that one replica at a time goes on from it. */
    private Optional<Checkpoint> lockedCheckpoint(EncryptedTable table) {
        return sql.first(CHECKPOINT + " FOR UPDATE", ReencryptionPass::read, table.name());
    }

    private static Checkpoint read(ResultRow row) throws SQLException {
        return new Checkpoint(
                row.longAt("key_id"),
                row.longAt("at_shop_id"),
                row.longAt("at_id"),
                row.instantAt("checked_at"),
                row.longAt("rows_behind"));
    }

    /** Those behind the checkpoint that have a value under another key, at most so many. */
    Batch next(EncryptedTable table, ValueKey key, int most) {
        Checkpoint at = checkpoint(table).orElseThrow();
        String columns = String.join(", ", table.bindings().keySet());
        SqlFragment query = SqlFragment.of(
                        "SELECT shop_id, " + table.id() + " AS row_id, " + columns + " FROM " + table.name()
                                + " WHERE shop_id >= ? AND (shop_id > ? OR " + table.id() + " > ?) AND (",
                        at.shopId(),
                        at.shopId(),
                        at.id())
                .add(isBehind(table, key))
                .add(") ORDER BY shop_id, row_id LIMIT ?", most);
        return new Batch(at, sql.list(query, row -> {
            Map<String, byte[]> values = new TreeMap<>();
            for (String column : table.bindings().keySet()) {
                values.put(column, row.bytesAt(column));
            }
            return new Stored(row.longAt("shop_id"), row.longAt("row_id"), values);
        }));
    }

    private static SqlFragment isBehind(EncryptedTable table, ValueKey key) {
        return begins(table, "<>", key);
    }

    /** Whether any value begins as those under the key do, or otherwise. */
    private static SqlFragment begins(EncryptedTable table, String sign, ValueKey key) {
        return SqlFragment.join(
                " OR ",
                table.bindings().keySet().stream()
                        .map(column -> SqlFragment.of(
                                "LEFT(" + column + ", ?) " + sign + " ?", key.prefix().length, key.prefix()))
                        .toList());
    }

    /** A pass that went on behind what others could read would leave it for good under a key that is to leave. */
    private boolean hasKeysOf(EncryptedTable table, FieldEncryption keys, Stored row) {
        for (Map.Entry<String, byte[]> value : row.values().entrySet()) {
            if (value.getValue() != null && keys.lacksKeyOf(value.getValue())) {
                if (held.add(table.name())) {
                    LOG.errorf(
                            "%s of row %d of shop %d in %s is under key %d, which SIYU_PRIVACY_KEYSET lacks: the values"
                                    + " behind it are not encrypted anew by this replica",
                            value.getKey(),
                            row.id(),
                            row.shopId(),
                            table.name(),
                            ValueKey.of(value.getValue()).id());
                }
                return false;
            }
        }
        return true;
    }

    /** @return of how many rows all values are under the primary key now */
    private int renew(EncryptedTable table, FieldEncryption keys, List<Stored> rows) {
        Map<String, List<Object[]>> changes = new TreeMap<>();
        int renewed = 0;
        for (Stored row : rows) {
            boolean isRenewed = true;
            for (Map.Entry<String, byte[]> value : row.values().entrySet()) {
                if (value.getValue() != null && !keys.isUnderPrimary(value.getValue())) {
                    isRenewed &= renew(
                            table,
                            keys,
                            row,
                            value.getKey(),
                            changes.computeIfAbsent(value.getKey(), column -> new ArrayList<>()));
                }
            }
            renewed += isRenewed ? 1 : 0;
        }
        // Over nothing that somebody else has written in the meantime.
        changes.forEach((column, values) -> sql.batch(
                "UPDATE " + table.name() + " SET " + column + " = ? WHERE shop_id = ? AND " + table.id() + " = ? AND "
                        + column + " = ?",
                values));
        return renewed;
    }

    /** @return false if a value does not decrypt; it stays as it is, and its row stays counted as behind */
    private static boolean renew(
            EncryptedTable table, FieldEncryption keys, Stored row, String column, List<Object[]> changes) {
        byte[] before = row.values().get(column);
        try {
            byte[] after = keys.renew(before, table.bindings().get(column).context(row.shopId(), row.id()));
            changes.add(new Object[] {after, row.shopId(), row.id(), before});
            return true;
        } catch (GeneralSecurityException e) {
            LOG.errorf(
                    "%s of row %d of shop %d in %s does not decrypt with the keys at hand",
                    column, row.id(), row.shopId(), table.name());
            return false;
        }
    }
}

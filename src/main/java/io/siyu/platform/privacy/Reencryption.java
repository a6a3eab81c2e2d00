package io.siyu.platform.privacy;

import io.quarkus.arc.All;
import io.siyu.platform.metric.Gauges;
import io.siyu.platform.metric.Measurement;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.DatabaseFault;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.time.DueWork;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Encrypts anew what older keys have encrypted, some rows at a time, once another key is the primary one. Goes through every
 * table again each day, for what a replica with the former keys may have written meanwhile. What the newest key is, the
 * database says: while a change is rolled out, a replica with the former one neither undoes the others' work nor tells that
 * there is none.
 */
@ApplicationScoped
class Reencryption implements DueWork, Measurement {
    private static final Logger LOG = Logger.getLogger(Reencryption.class);
    private static final int AFTER_ALL_ELSE = 900;

    private final List<EncryptedTable> tables;
    private final FieldEncryption encryption;
    private final KeptKeys keptKeys;
    private final ReencryptionPass pass;
    private final Sql sql;
    private final Map<String, BatchSize> sizes = new ConcurrentHashMap<>();
    private volatile boolean isToLookForUnused = true;

    Reencryption(
            @All List<EncryptedTable> tables,
            FieldEncryption encryption,
            KeptKeys keptKeys,
            ReencryptionPass pass,
            Sql sql) {
        this.tables = tables;
        this.encryption = encryption;
        this.keptKeys = keptKeys;
        this.pass = pass;
        this.sql = sql;
    }

    @Override
    public int runDue(Instant now) {
        KeptKeys.State kept = keptKeys.read();
        Optional<ValueKey> newest = kept.newestKey();
        if (newest.isEmpty()) {
            return 0;
        }
        keptKeys.keepOwn(kept);
        int done = 0;
        for (EncryptedTable table : tables) {
            done += runSome(table, newest.get(), now);
        }
        if (done == 0 && isToLookForUnused && isNewest(newest.get())) {
            dropUnused(kept, newest.get());
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

    /** Rows with a value that is not under the newest key, as counted when the pass began and less what it has done. */
    double rowsBehind() {
        return sql.first("SELECT COALESCE(SUM(rows_behind), 0) AS n FROM reencryption", row -> row.longAt("n"))
                .orElse(0L);
    }

    /** A batch that breaks off is tried with fewer rows at the next tick, and keeps no other table from its turn. */
    private int runSome(EncryptedTable table, ValueKey newest, Instant now) {
        try {
            if (isNewest(newest)) {
                return runSome(table, encryption, now);
            }
            begin(table, newest, now);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Encrypting %s anew broke off and goes on with %d rows at a time: %s",
                    table.name(), sizeOf(table).rows(), DatabaseFault.words(e));
            LOG.debug("The same with its stack", e);
        }
        return 0;
    }

    /** @return how many rows were taken up */
    int runSome(EncryptedTable table, FieldEncryption keys, Instant now) {
        if (!begin(table, keys.primary(), now)) {
            return 0;
        }
        BatchSize size = sizeOf(table);
        try {
            ReencryptionPass.Batch batch = pass.next(table, keys.primary(), size.rows());
            int rows = Contention.inTransaction(() -> pass.take(table, keys, batch, now));
            size.succeeded();
            if (rows == 0) {
                isToLookForUnused = true;
            }
            return rows;
        } catch (RuntimeException e) {
            size.brokeOff();
            throw e;
        }
    }

    /** @return whether a pass is under way */
    private boolean begin(EncryptedTable table, ValueKey key, Instant now) {
        if (pass.isUnderWay(table, key)) {
            return true;
        }
        if (!pass.isDue(table, key, now)) {
            return false;
        }
        long behind = pass.countBehind(table, key);
        Contention.inTransaction(() -> {
            pass.begin(table, key, behind);
            return null;
        });
        return true;
    }

    private boolean isNewest(ValueKey newest) {
        return newest.id() == encryption.primary().id();
    }

    private BatchSize sizeOf(EncryptedTable table) {
        return sizes.computeIfAbsent(table.name(), name -> new BatchSize(table.rowsABatch()));
    }

    /** Looked for when a pass has ended, and row by row: what passes have counted may have been written to since. */
    private void dropUnused(KeptKeys.State kept, ValueKey newest) {
        if (!kept.older().isEmpty()) {
            if (!pass.areOver(tables, newest)) {
                return;
            }
            kept.older().stream()
                    .filter(key -> key.isTold() && tables.stream().noneMatch(table -> pass.isAnyUnder(table, key)))
                    .forEach(keptKeys::drop);
        }
        isToLookForUnused = false;
    }
}

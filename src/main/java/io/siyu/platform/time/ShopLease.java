package io.siyu.platform.time;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * One worker at a time at something of a shop: a lease in a row of the shop's, in a table with shop_id, lease_owner and
 * lease_until. It is measured by the database's clock, the one clock that all replicas share and nobody sets; one that a
 * dead replica left lapses. Everything happens in the caller's transaction.
 *
 * <p>Each worker takes it as another owner. A transaction that finds the lease to be its own with {@link #keep} has its row
 * locked: nobody else gets it before that transaction is over, and who lost it, frozen for however long, writes nothing any
 * more. It had better ask at its end, for until it is over no sign of life gets at the row.
 */
public final class ShopLease {
    private static final Logger LOG = Logger.getLogger(ShopLease.class);
    private static final int LONGEST_HOST = 24;
    private static final String WHERE = where();
    private static final String LAPSES = "lease_until = TIMESTAMPADD(MICROSECOND, ?, UTC_TIMESTAMP(6))";

    private final Sql sql;
    private final String table;
    private final String ofShop;

    /** @param table has one row a shop, which must be there */
    public ShopLease(Sql sql, String table) {
        this(sql, table, "TRUE");
    }

    /** @param which the one row of a shop that has the lease */
    public ShopLease(Sql sql, String table, String which) {
        this.sql = sql;
        this.table = table;
        this.ofShop = " WHERE shop_id = ? AND " + which;
        takenOver(table);
    }

    /** A name that no other worker has, and that tells people where it works. */
    public static String newOwner() {
        return WHERE + "/" + Id.nextValue();
    }

    private static String where() {
        String host = Objects.requireNonNullElse(System.getenv("HOSTNAME"), "localhost");
        return host.substring(0, Math.min(host.length(), LONGEST_HOST)) + "/"
                + ProcessHandle.current().pid();
    }

    /** That nobody has the lease, or that there is no row yet, as a condition in SQL. */
    public static String isFree(String alias) {
        return "(" + alias + ".lease_until IS NULL OR " + alias + ".lease_until < UTC_TIMESTAMP(6))";
    }

    /** Whether the lease was free and is now the owner's. */
    public boolean take(long shopId, String owner, Duration lease) {
        if (take(shopId, owner, lease, "lease_until IS NULL")) {
            return true;
        }
        boolean isTakenOver = take(shopId, owner, lease, "lease_until < UTC_TIMESTAMP(6)");
        if (isTakenOver) {
            noteTakenOver(table, shopId);
        }
        return isTakenOver;
    }

    /** How often some work was taken over. To be asked for at the start: what begins at one has not risen. */
    public static Counter takenOver(String work) {
        return Metrics.counter("siyu.leases.taken.over", "work", work);
    }

    /** Who had it before gave no sign of life for as long as it was good for. */
    public static void noteTakenOver(String work, long shopId) {
        LOG.infof("Took over %s of shop %d, whose worker is dead or failed", work, shopId);
        takenOver(work).increment();
    }

    private boolean take(long shopId, String owner, Duration lease, String condition) {
        return sql.update(
                        "UPDATE " + table + " SET lease_owner = ?, " + LAPSES + ofShop + " AND " + condition,
                        owner,
                        micros(lease),
                        shopId)
                == 1;
    }

    /** Whether the lease is still the owner's, who has it for another while. Locks its row. */
    public boolean keep(long shopId, String owner, Duration lease) {
        return sql.update(
                        "UPDATE " + table + " SET " + LAPSES + ofShop + " AND lease_owner = ?",
                        micros(lease),
                        shopId,
                        owner)
                == 1;
    }

    /** Whether the lease is the owner's at this moment. */
    public boolean isOf(long shopId, String owner) {
        return sql.first(
                        "SELECT 1 AS one FROM " + table + ofShop + " AND lease_owner = ?",
                        row -> row.intAt("one"),
                        shopId,
                        owner)
                .isPresent();
    }

    public void release(long shopId, String owner) {
        sql.update(
                "UPDATE " + table + " SET lease_owner = NULL, lease_until = NULL" + ofShop + " AND lease_owner = ?",
                shopId,
                owner);
    }

    private static long micros(Duration lease) {
        return TimeUnit.NANOSECONDS.toMicros(lease.toNanos());
    }
}

package io.siyu.order.figures;

import io.siyu.buyer.standing.BuyerStandingWriter;
import io.siyu.platform.sql.BulkInsert;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings purchase days, sums and figures of some buyers in step with their orders. What the orders come to is worked out
 * in one reading; only what differs from what was there is written, each row once.
 */
@ApplicationScoped
public class BuyerTotalsUpdater {
    private static final BulkInsert.Table DAYS =
            BulkInsert.Table.of("purchase_day", "shop_id", "buyer_id", "day", "orders", "net");

    /** Locks the buyers, but not their marks. */
    private static final String PAGE = "SELECT u.is_new, b.id, b.follows, " + BuyerSum.COLUMNS
            + " FROM (SELECT shop_id, buyer_id, is_new FROM buyer_totals_due"
            + " WHERE shop_id = ? AND session_id = ? AND buyer_id > ? ORDER BY buyer_id LIMIT ?) u"
            + " STRAIGHT_JOIN buyer b FORCE INDEX (PRIMARY) ON b.shop_id = u.shop_id AND b.id = u.buyer_id ORDER BY b.id FOR UPDATE";

    private static final String PUT_DAY = "INSERT INTO purchase_day (shop_id, buyer_id, day, orders, net)"
            + " VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE orders = VALUES(orders), net = VALUES(net)";

    private static final String FORGET_DAY = "DELETE FROM purchase_day WHERE shop_id = ? AND buyer_id = ? AND day = ?";

    private static final String UNMARK =
            "DELETE FROM buyer_totals_due WHERE shop_id = ? AND session_id = ? AND buyer_id BETWEEN ? AND ?";

    private final Sql sql;
    private final BulkInsert bulk;
    private final BuyerStandingWriter standings;
    private final BuyerReader reader;
    private final FigureTable figures;

    BuyerTotalsUpdater(
            Sql sql, BulkInsert bulk, BuyerStandingWriter standings, BuyerReader reader, FigureTable figures) {
        this.sql = sql;
        this.bulk = bulk;
        this.standings = standings;
        this.reader = reader;
        this.figures = figures;
    }

    /**
     * How far it has come.
     *
     * @param buyers how many the step updated
     * @param known how many of those had been there before the import session
     * @param changed how many came to have other sums or days
     * @param lastId behind whom to go on
     */
    public record Step(int buyers, int known, int changed, long lastId) {}

    /** A buyer as it was, and what the orders say. */
    private record Buyer(boolean isNew, boolean follows, BuyerSum sum, BuyerTotals before, BuyerTotals after) {
        static Buyer read(ResultRow row) throws SQLException {
            BuyerSum sum = BuyerSum.read(row);
            BuyerTotals before = new BuyerTotals();
            sum.excludeIn(before);
            return new Buyer(row.booleanAt("is_new"), row.booleanAt("follows"), sum, before, new BuyerTotals());
        }
    }

    /** The rows to write. */
    private record Writes(List<Object[]> newDays, List<Object[]> days, List<Object[]> goneDays, List<Object[]> sums) {
        Writes() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /**
     * Some of the buyers that an import session has marked.
     *
     * @param after the id behind which they begin
     * @param most how many
     */
    public record Page(long shopId, long sessionId, long after, int most) {}

    /**
     * Updates a page of buyers. In one transaction that holds the shop's write lock.
     *
     * @param awaitEarlier called before rows are written that another page may lock
     */
    public Step update(Page which, Instant now, Runnable awaitEarlier) {
        return update(which, now, awaitEarlier, false);
    }

    /** The same, but takes no buyer's row at its word that there are no purchase days. */
    Step updateDistrusting(Page which, Instant now) {
        return update(which, now, () -> {}, true);
    }

    private Step update(Page which, Instant now, Runnable awaitEarlier, boolean isDoubtful) {
        long shopId = which.shopId();
        long sessionId = which.sessionId();
        Map<Long, Buyer> page = new LinkedHashMap<>();
        sql.forEach(
                PAGE,
                row -> page.put(row.longAt("id"), Buyer.read(row)),
                shopId,
                sessionId,
                which.after(),
                which.most());
        if (page.isEmpty()) {
            return new Step(0, 0, 0, which.after());
        }
        List<Long> ids = List.copyOf(page.keySet());
        long lastId = ids.get(ids.size() - 1);
        boolean readsDays = isDoubtful
                || page.values().stream().anyMatch(buyer -> buyer.sum().purchaseDays() > 0);
        read(page, BuyerReader.Buyers.marked(shopId, sessionId, ids.get(0), lastId), readsDays);
        FigureChanges changes = figures.begin(shopId);
        Writes writes = new Writes();
        page.forEach((id, buyer) -> {
            count(changes, id, buyer);
            compare(shopId, id, buyer, writes, now);
        });
        bulk.insert(DAYS, writes.newDays());
        sql.batch(FORGET_DAY, writes.goneDays());
        sql.batch(PUT_DAY, writes.days());
        standings.writeSums(writes.sums());
        awaitEarlier.run();
        // A range reaches for the next page's first mark to find its end.
        sql.update(UNMARK, shopId, sessionId, ids.get(0), lastId);
        figures.write(changes);
        int known = (int) page.values().stream().filter(buyer -> !buyer.isNew()).count();
        return new Step(page.size(), known, writes.sums().size(), lastId);
    }

    private void read(Map<Long, Buyer> page, BuyerReader.Buyers buyers, boolean readsDays) {
        Map<Long, BuyerTotals> before = new LinkedHashMap<>();
        Map<Long, BuyerTotals> after = new LinkedHashMap<>();
        page.forEach((id, buyer) -> {
            before.put(id, buyer.before());
            after.put(id, buyer.after());
        });
        if (readsDays) {
            reader.readDays(buyers, before);
        }
        reader.readOrders(buyers, after);
    }

    private static void count(FigureChanges changes, long id, Buyer buyer) {
        for (Basis basis : buyer.follows() ? List.of(Basis.BUYERS, Basis.FOLLOWERS) : List.of(Basis.BUYERS)) {
            changes.add(basis, id, buyer.before(), -1);
            changes.add(basis, id, buyer.after(), 1);
        }
    }

    private static void compare(long shopId, long id, Buyer buyer, Writes writes, Instant now) {
        BuyerTotals before = buyer.before();
        BuyerTotals after = buyer.after();
        boolean hasChanged = false;
        for (int i = 0; i < after.purchaseDays(); i++) {
            int old = before.indexOf(after.day(i));
            boolean isKept =
                    old >= 0 && before.ordersOn(old) == after.ordersOn(i) && before.centsOn(old) == after.centsOn(i);
            if (!isKept) {
                hasChanged = true;
                (old < 0 ? writes.newDays() : writes.days()).add(day(shopId, id, after, i));
            }
        }
        for (int i = 0; i < before.purchaseDays(); i++) {
            if (after.indexOf(before.day(i)) < 0) {
                hasChanged = true;
                writes.goneDays().add(new Object[] {shopId, id, LocalDate.ofEpochDay(before.day(i))});
            }
        }
        BuyerSum sum = BuyerSum.of(after);
        if (hasChanged || !sum.equals(buyer.sum())) {
            writes.sums().add(sum.row(shopId, id, now));
        }
    }

    private static Object[] day(long shopId, long id, BuyerTotals totals, int index) {
        return new Object[] {
            shopId,
            id,
            LocalDate.ofEpochDay(totals.day(index)),
            totals.ordersOn(index),
            BigDecimal.valueOf(totals.centsOn(index), 2)
        };
    }
}

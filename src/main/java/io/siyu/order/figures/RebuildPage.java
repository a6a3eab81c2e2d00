package io.siyu.order.figures;

import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Compares some buyers' sums and purchase days with what their orders say, sets right what differs, and counts what the
 * orders say for the new figures. Purchase days are compared by a sum over all of them, so that only those of pages with
 * a difference have to be read.
 */
@ApplicationScoped
public class RebuildPage {
    private static final int BUYERS_A_PAGE = 5000;

    private static final String BUYERS =
            "SELECT b.id, b.follows, " + BuyerSum.COLUMNS + " FROM buyer b FORCE INDEX (PRIMARY)"
                    + " WHERE b.shop_id = ? AND b.id > ? ORDER BY b.id LIMIT ? FOR UPDATE";

    private static final String DAYS = "SELECT COUNT(*) AS n, COALESCE(SUM(h * day), 0) AS days,"
            + " COALESCE(SUM(h * orders), 0) AS orders, COALESCE(SUM(h * net), 0) AS net FROM (SELECT"
            + " (buyer_id + " + Days.since1970("day") + ") % " + DayFingerprint.MODULUS + " AS h, "
            + Days.since1970("day")
            + " AS day, orders, net FROM purchase_day WHERE shop_id = ? AND buyer_id BETWEEN ? AND ?) d";

    private final Sql sql;
    private final BuyerReader reader;
    private final BuyerTotalsUpdater updater;

    RebuildPage(Sql sql, BuyerReader reader, BuyerTotalsUpdater updater) {
        this.sql = sql;
        this.reader = reader;
        this.updater = updater;
    }

    /**
     * What became of a page.
     *
     * @param corrected buyers that were not in step with their orders, though no import had left them for later
     * @param figures what the page's buyers come to
     */
    public record Done(int buyers, int corrected, long lastId, Map<Basis, PurchaseFigures> figures) {}

    private record Buyer(boolean follows, BuyerSum sum, BuyerTotals totals) {
        static Buyer read(ResultRow row) throws SQLException {
            return new Buyer(row.booleanAt("follows"), BuyerSum.read(row), new BuyerTotals());
        }
    }

    /** In a transaction that holds the shop's write lock, before the rebuild is said to have passed these buyers. */
    public Done work(long shopId, long afterId, int most, Instant now) {
        Map<Long, Buyer> page = new LinkedHashMap<>();
        sql.forEach(BUYERS, row -> page.put(row.longAt("id"), Buyer.read(row)), shopId, afterId, most);
        Map<Basis, PurchaseFigures> figures = new EnumMap<>(Basis.class);
        if (page.isEmpty()) {
            return new Done(0, 0, afterId, figures);
        }
        List<Long> ids = List.copyOf(page.keySet());
        long lastId = ids.get(ids.size() - 1);
        // What is committed is all there is: whoever changes purchase days holds the write lock.
        CompletableFuture<DayFingerprint> stored =
                CompletableFuture.supplyAsync(() -> stored(shopId, ids.get(0), lastId));
        Map<Long, BuyerTotals> totals = new LinkedHashMap<>();
        page.forEach((id, buyer) -> totals.put(id, buyer.totals()));
        reader.readOrders(BuyerReader.Buyers.between(shopId, ids.get(0), lastId), totals);
        DayFingerprint fingerprint = new DayFingerprint();
        boolean isRight = true;
        for (Map.Entry<Long, Buyer> entry : page.entrySet()) {
            Buyer buyer = entry.getValue();
            isRight &= BuyerSum.of(buyer.totals()).equals(buyer.sum());
            fingerprint.add(entry.getKey(), buyer.totals());
            add(figures, Basis.BUYERS, buyer);
            if (buyer.follows()) {
                add(figures, Basis.FOLLOWERS, buyer);
            }
        }
        isRight &= fingerprint.equals(stored.join());
        int corrected = isRight ? 0 : correct(shopId, ids, now);
        return new Done(page.size(), corrected, lastId, figures);
    }

    private static void add(Map<Basis, PurchaseFigures> figures, Basis basis, Buyer buyer) {
        figures.computeIfAbsent(basis, b -> new PurchaseFigures()).add(buyer.totals(), 1);
    }

    private DayFingerprint stored(long shopId, long firstId, long lastId) {
        return sql.first(
                        DAYS,
                        row -> new DayFingerprint(
                                row.longAt("n"),
                                row.longAt("days"),
                                row.longAt("orders"),
                                row.decimalAt("net")
                                        .movePointRight(2)
                                        .toBigInteger()
                                        .longValue()),
                        shopId,
                        firstId,
                        lastId)
                .orElseThrow();
    }

    /** Buyers whom an import has left for later are updated too, but nothing was wrong with them. */
    private int correct(long shopId, List<Long> ids, Instant now) {
        Set<Long> leftForLater = new HashSet<>();
        sql.forEach(
                "SELECT buyer_id FROM buyer_totals_due WHERE shop_id = ? AND buyer_id BETWEEN ? AND ?",
                row -> leftForLater.add(row.longAt("buyer_id")),
                shopId,
                ids.get(0),
                ids.get(ids.size() - 1));
        update(shopId, ids.stream().filter(leftForLater::contains).toList(), now);
        return update(
                shopId, ids.stream().filter(id -> !leftForLater.contains(id)).toList(), now);
    }

    private int update(long shopId, List<Long> ids, Instant now) {
        long sessionId = Id.nextValue();
        List<Object[]> marks = new ArrayList<>();
        ids.forEach(id -> marks.add(new Object[] {shopId, sessionId, id}));
        sql.batch(
                "INSERT INTO buyer_totals_due (shop_id, session_id, buyer_id, is_new) VALUES (?, ?, ?, FALSE)", marks);
        int changed = 0;
        BuyerTotalsUpdater.Step step = new BuyerTotalsUpdater.Step(0, 0, 0, 0);
        do {
            step = updater.updateDistrusting(
                    new BuyerTotalsUpdater.Page(shopId, sessionId, step.lastId(), BUYERS_A_PAGE), now);
            changed += step.changed();
        } while (step.buyers() == BUYERS_A_PAGE);
        return changed;
    }
}

package io.siyu.order.intake;

import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Keeps the buyers' purchase days and sums in step with their orders, for those buyers only whose orders changed. */
@ApplicationScoped
public class BuyerSums {
    private static final String SUMS = "UPDATE buyer b"
            + " LEFT JOIN (SELECT buyer_id, SUM(orders) AS orders, COUNT(*) AS days, MIN(day) AS first_day,"
            + " MAX(day) AS last_day, SUM(net) AS net FROM purchase_day"
            + " WHERE shop_id = ? AND buyer_id IN (%1$s) GROUP BY buyer_id) p ON p.buyer_id = b.id"
            + " LEFT JOIN (SELECT buyer_id, MIN(day) AS first_order_day FROM shop_order"
            + " WHERE shop_id = ? AND buyer_id IN (%1$s) GROUP BY buyer_id) o ON o.buyer_id = b.id"
            + " SET b.orders = COALESCE(p.orders, 0), b.purchase_days = COALESCE(p.days, 0),"
            + " b.first_day = p.first_day, b.last_day = p.last_day, b.net_spend = COALESCE(p.net, 0),"
            + " b.first_order_day = o.first_order_day, b.updated_at = ?, b.version = b.version + 1"
            + " WHERE b.shop_id = ? AND b.id IN (%1$s)";

    private final Sql sql;

    BuyerSums(Sql sql) {
        this.sql = sql;
    }

    public void recompute(long shopId, Collection<Long> buyers, Instant now) {
        for (List<Long> some : InLists.of(buyers)) {
            String places = Sql.places(some.size());
            sql.update(
                    "DELETE FROM purchase_day WHERE shop_id = ? AND buyer_id IN (" + places + ")",
                    InLists.params(some, shopId));
            sql.update(
                    "INSERT INTO purchase_day (shop_id, buyer_id, day, orders, net)"
                            + " SELECT shop_id, buyer_id, day, COUNT(*), SUM(net_amount) FROM shop_order"
                            + " WHERE shop_id = ? AND buyer_id IN (" + places + ") AND counted"
                            + " GROUP BY shop_id, buyer_id, day",
                    InLists.params(some, shopId));
            List<Object> params = new ArrayList<>();
            params.add(shopId);
            params.addAll(some);
            params.add(shopId);
            params.addAll(some);
            params.add(now);
            params.add(shopId);
            params.addAll(some);
            sql.update(SUMS.formatted(places), params.toArray());
        }
    }

    /**
     * Notes that an import or a request changed these buyers.
     *
     * @return how many of them it had not changed before
     */
    int touch(long shopId, Collection<Long> buyers, long passId) {
        int fresh = 0;
        for (List<Long> some : InLists.of(buyers)) {
            List<Object> params = new ArrayList<>(List.of(passId, shopId));
            params.addAll(some);
            params.add(passId);
            fresh += sql.update(
                    "UPDATE buyer SET touched_by = ? WHERE shop_id = ? AND id IN (" + Sql.places(some.size())
                            + ") AND (touched_by IS NULL OR touched_by <> ?)",
                    params.toArray());
        }
        return fresh;
    }
}

package io.siyu.order.figures;

import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes buyers into the figures of the followers, and out of them. */
@ApplicationScoped
public class FollowingBuyers {
    private final Sql sql;
    private final FigureTable table;
    private final BuyerReader reader;

    FollowingBuyers(Sql sql, FigureTable table, BuyerReader reader) {
        this.sql = sql;
        this.table = table;
        this.reader = reader;
    }

    /**
     * Says that these buyers are followers from now on, or are not any more. Who is counted so already is passed over.
     * Buyers' rows are locked until the end of the transaction, as they are while their purchase days are brought in step
     * with their orders: one of the two sees what the other has left.
     */
    public void set(long shopId, Collection<Long> buyerIds, boolean follows) {
        for (List<Long> some : InLists.of(buyerIds)) {
            change(shopId, some, follows);
        }
    }

    private void change(long shopId, List<Long> buyerIds, boolean follows) {
        Map<Long, BuyerTotals> buyers = new HashMap<>();
        String places = Sql.places(buyerIds.size());
        sql.forEach(
                "SELECT b.id, " + BuyerSum.COLUMNS
                        + " FROM buyer b FORCE INDEX (PRIMARY) WHERE b.shop_id = ? AND b.follows <> ?"
                        + " AND b.id IN (" + places + ") ORDER BY b.id FOR UPDATE",
                row -> {
                    BuyerTotals totals = new BuyerTotals();
                    BuyerSum.read(row).excludeIn(totals);
                    buyers.put(row.longAt("id"), totals);
                },
                InLists.params(buyerIds, shopId, follows));
        if (buyers.isEmpty()) {
            return;
        }
        List<Long> changed = List.copyOf(buyers.keySet());
        sql.update(
                "UPDATE buyer FORCE INDEX (PRIMARY) SET follows = ? WHERE shop_id = ? AND id IN ("
                        + Sql.places(changed.size()) + ")",
                InLists.params(changed, follows, shopId));
        reader.readDays(BuyerReader.Buyers.listed(shopId, changed), buyers);
        FigureChanges changes = table.begin(shopId);
        buyers.forEach((id, totals) -> changes.add(Basis.FOLLOWERS, id, totals, follows ? 1 : -1));
        table.write(changes);
    }
}

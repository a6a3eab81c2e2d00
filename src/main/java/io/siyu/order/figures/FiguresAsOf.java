package io.siyu.order.figures;

import io.siyu.order.Exclusion;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A shop's figures as of a day: those that are kept, less what orders of later days made of them. */
@ApplicationScoped
public class FiguresAsOf {
    /** From so many later orders on it is less work to read all purchase days. */
    private static final int FEW_ORDERS = 900;

    private final Sql sql;
    private final FigureTable table;
    private final BuyerReader reader;

    FiguresAsOf(Sql sql, FigureTable table, BuyerReader reader) {
        this.sql = sql;
        this.table = table;
        this.reader = reader;
    }

    private record Later(Long buyerId, boolean follows, Exclusion exclusion, long cents) {
        static Later read(ResultRow row) throws SQLException {
            return new Later(
                    row.nullableLongAt("buyer_id"),
                    row.booleanAt("follows"),
                    row.enumAt("exclusion", Exclusion.class),
                    row.decimalAt("net_amount").unscaledValue().longValueExact());
        }

        boolean isOf(Basis basis) {
            return basis == Basis.BUYERS || follows;
        }
    }

    /**
     * @param basis all buyers, with the unattributed orders, or the followers, who are those of now
     * @return empty if too many orders came later
     */
    public Optional<PurchaseFigures> find(long shopId, Basis basis, LocalDate asOf) {
        List<Later> later = sql.list(
                "SELECT o.buyer_id, COALESCE(b.follows, FALSE) AS follows, o.exclusion, o.net_amount FROM shop_order o"
                        + " LEFT JOIN buyer b ON b.shop_id = o.shop_id AND b.id = o.buyer_id"
                        + " WHERE o.shop_id = ? AND o.day > ? LIMIT ?",
                Later::read,
                shopId,
                asOf,
                FEW_ORDERS + 1);
        if (later.size() > FEW_ORDERS) {
            return Optional.empty();
        }
        if (later.isEmpty()) {
            return Optional.of(table.shown(shopId, basis));
        }
        PurchaseFigures figures = table.all(shopId, basis);
        takeAway(shopId, later.stream().filter(order -> order.isOf(basis)).toList(), asOf, figures);
        return Optional.of(figures);
    }

    private void takeAway(long shopId, List<Later> later, LocalDate asOf, PurchaseFigures figures) {
        Map<Long, BuyerTotals> buyers = new HashMap<>();
        for (Later order : later) {
            if (order.buyerId() != null) {
                buyers.computeIfAbsent(order.buyerId(), id -> new BuyerTotals());
            }
            if (order.exclusion() != null) {
                figures.addOrders(order.exclusion(), -1, 0);
            } else if (order.buyerId() == null) {
                figures.addOrders(null, -1, -order.cents());
            }
        }
        if (!buyers.isEmpty()) {
            reader.readDays(BuyerReader.Buyers.listed(shopId, List.copyOf(buyers.keySet())), buyers);
        }
        buyers.values().forEach(buyer -> {
            figures.add(buyer, -1);
            figures.add(buyer.until(Math.toIntExact(asOf.toEpochDay())), 1);
        });
    }
}

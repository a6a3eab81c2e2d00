package io.siyu.order.figures;

import io.siyu.order.Exclusion;

import java.util.EnumMap;
import java.util.Map;

/**
 * By how much a shop's figures change. While a rebuild is under way, its new figures change with the old ones, as far as
 * it has come.
 */
final class FigureChanges {
    private final long shopId;
    private final FigureTable.Rebuild rebuild;
    private final Map<Basis, PurchaseFigures> kept = new EnumMap<>(Basis.class);
    private final Map<Basis, PurchaseFigures> rebuilt = new EnumMap<>(Basis.class);

    /** @param rebuild null if none is under way */
    FigureChanges(long shopId, FigureTable.Rebuild rebuild) {
        this.shopId = shopId;
        this.rebuild = rebuild;
    }

    /** @param times 1 for what comes, −1 for what goes */
    void add(Basis basis, long buyerId, BuyerTotals buyer, int times) {
        in(kept, basis).add(buyer, times);
        if (rebuild != null && buyerId <= rebuild.doneTo()) {
            in(rebuilt, basis).add(buyer, times);
        }
    }

    void addUnattributedOrders(Exclusion exclusion, long orders, long cents) {
        in(kept, Basis.NOBODY).addOrders(exclusion, orders, cents);
    }

    private static PurchaseFigures in(Map<Basis, PurchaseFigures> figures, Basis basis) {
        return figures.computeIfAbsent(basis, b -> new PurchaseFigures());
    }

    long shopId() {
        return shopId;
    }

    FigureTable.Rebuild rebuild() {
        return rebuild;
    }

    Map<Basis, PurchaseFigures> kept() {
        return kept;
    }

    Map<Basis, PurchaseFigures> rebuilt() {
        return rebuilt;
    }
}

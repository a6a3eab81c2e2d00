package io.siyu.order.write;

/** What became of a batch of orders and of their buyers. */
public record BatchCounts(int created, int updated, int unchanged, int stale, int buyersCreated, int buyersUpdated) {
    static final BatchCounts NOTHING = new BatchCounts(0, 0, 0, 0, 0, 0);

    BatchCounts withBuyersUpdated(int buyers) {
        return new BatchCounts(created, updated, unchanged, stale, buyersCreated, buyers);
    }
}

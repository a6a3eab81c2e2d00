package io.siyu.order.intake;

import io.siyu.buyer.RecentBuyers;
import io.siyu.platform.numbers.LongHashSet;

import java.util.Collection;
import java.util.List;

/**
 * One import or request that changes a shop's orders. It remembers from batch to batch whom it has found, and which
 * buyers it has marked for settling, so that one whose orders are all over the file is looked up and marked once.
 */
final class Pass {
    private final long shopId;
    private final long id;
    private final LongHashSet marked = new LongHashSet();
    private final RecentBuyers recent = new RecentBuyers();
    private List<Long> uncommitted = List.of();
    private long turn;

    Pass(long shopId, long id) {
        this.shopId = shopId;
        this.id = id;
    }

    long shopId() {
        return shopId;
    }

    long id() {
        return id;
    }

    RecentBuyers recent() {
        return recent;
    }

    /** @param current the lane's turn: what is read now is as good as read behind it if nobody else writes */
    void beginBehind(long current) {
        turn = current;
    }

    /** Whether nobody else wrote the shop's orders since the pass last did or began. */
    boolean isNext(long current) {
        return current == turn + 1;
    }

    /** Those of the buyers that are still to be marked. They count as marked once {@link #committed} is called. */
    List<Long> unmarked(Collection<Long> buyers) {
        uncommitted = buyers.stream()
                .filter(buyer -> !marked.contains(buyer))
                .distinct()
                .toList();
        return uncommitted;
    }

    /** @param current the lane's turn that was the pass's own */
    void committed(long current) {
        turn = current;
        recent.committed();
        uncommitted.forEach(marked::add);
        uncommitted = List.of();
    }
}

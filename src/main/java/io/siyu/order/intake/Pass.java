package io.siyu.order.intake;

import io.siyu.order.file.LongHashSet;

import java.util.Collection;
import java.util.List;

/**
 * One import or request that changes a shop's orders. It remembers which buyers it has marked for settling already, so
 * that one whose orders are all over the file is marked once.
 */
final class Pass {
    private final long shopId;
    private final long id;
    private final LongHashSet marked = new LongHashSet();
    private List<Long> uncommitted = List.of();

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

    /** Those of the buyers that are still to be marked. They count as marked once {@link #committed} is called. */
    List<Long> unmarked(Collection<Long> buyers) {
        uncommitted = buyers.stream()
                .filter(buyer -> !marked.contains(buyer))
                .distinct()
                .toList();
        return uncommitted;
    }

    void committed() {
        uncommitted.forEach(marked::add);
        uncommitted = List.of();
    }
}

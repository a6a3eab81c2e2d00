package io.siyu.order.write;

import com.carrotsearch.hppc.LongHashSet;
import io.siyu.buyer.match.RecentBuyers;

import java.util.Collection;
import java.util.List;

/**
 * One import or request that changes a shop's orders. It remembers from batch to batch whom it has found, and which
 * buyers it has marked, so that one whose orders are all over the file is looked up and marked once; the totals of who
 * is marked are updated at the end.
 */
public final class ImportSession {
    private final long shopId;
    private final long id;
    private LongHashSet marked = new LongHashSet();
    private final RecentBuyers recent = new RecentBuyers();
    private long fence;

    public ImportSession(long shopId, long id) {
        this.shopId = shopId;
        this.id = id;
    }

    long shopId() {
        return shopId;
    }

    long id() {
        return id;
    }

    public RecentBuyers recent() {
        return recent;
    }

    /**
     * Forgets all that it knows.
     *
     * @param current the write lock's fence: what is learned from now on holds until it changes
     */
    public void beginAgain(long current) {
        recent.clear();
        marked = new LongHashSet();
        fence = current;
    }

    /** Whether nobody else wrote the shop's orders since the session began. */
    public boolean isStill(long current) {
        return fence == current;
    }

    /** Those of the buyers that are still to be marked, and from now on are taken for marked. */
    List<Long> unmarked(Collection<Long> buyers) {
        List<Long> unmarked = buyers.stream()
                .filter(buyer -> !marked.contains(buyer))
                .distinct()
                .toList();
        unmarked.forEach(marked::add);
        return unmarked;
    }
}

package io.siyu.segment;

import io.siyu.platform.ids.ShopOwnedRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

@ApplicationScoped
public class SegmentRepository implements ShopOwnedRepository<Segment> {
    /** In the order of their ids. */
    List<Segment> listAfter(long shopId, long afterId, int rows) {
        return find("shopId = ?1 and id > ?2 order by id", shopId, afterId)
                .page(0, rows)
                .list();
    }

    boolean isTaken(long shopId, String name, long butById) {
        return count("shopId = ?1 and name = ?2 and id <> ?3", shopId, name, butById) > 0;
    }
}

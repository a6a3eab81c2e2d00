package io.siyu.content;

import io.siyu.platform.ids.ShopRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

@ApplicationScoped
public class MaterialRepository implements ShopRepository<Material> {
    /** A shop's materials, newest first, before the given id. */
    public List<Material> listBefore(long shopId, long beforeId, int rows) {
        return find("shopId = ?1 and id < ?2 order by id desc", shopId, beforeId)
                .range(0, rows - 1)
                .list();
    }
}

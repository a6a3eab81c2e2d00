package io.siyu.content.material;

import io.siyu.platform.ids.ShopOwnedRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

@ApplicationScoped
public class MaterialRepository implements ShopOwnedRepository<Material> {
    /**
     * A shop's materials, newest first, before the given id.
     *
     * @param tag null for any
     * @param kind null for any
     */
    List<Material> listBefore(long shopId, long beforeId, String tag, MaterialKind kind, int rows) {
        return find(
                        "shopId = ?1 and id < ?2 and contentType like ?3 and (?4 = '' or locate(?4, tags) > 0)"
                                + " order by id desc",
                        shopId,
                        beforeId,
                        kind == null ? "%" : kind.types() + "%",
                        tag == null || tag.isBlank() ? "" : MaterialTags.sought(tag))
                .range(0, rows - 1)
                .list();
    }

    /** A shop's plain texts behind an id, by their ids. */
    List<Material> listTextsAfter(long shopId, long id, int rows) {
        return find("shopId = ?1 and id > ?2 and contentType like 'text/%' order by id", shopId, id)
                .range(0, rows - 1)
                .list();
    }
}

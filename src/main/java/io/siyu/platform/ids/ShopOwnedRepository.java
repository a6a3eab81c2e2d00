package io.siyu.platform.ids;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Finds what belongs to shops, always through the shop: the key starts with shop_id, and a look-up among the caller's
 * shops is at the same time the check that the caller may see the thing. Never use findById: it knows no shop.
 */
public interface ShopOwnedRepository<E extends ShopOwned> extends PanacheRepositoryBase<E, Long> {
    default Optional<E> findIn(long shopId, long id) {
        return find("shopId = ?1 and id = ?2", shopId, id).firstResultOptional();
    }

    /** The thing of this id in any of these shops; empty for a thing of another shop, as for one that is not there. */
    default Optional<E> findInAny(Collection<Long> shopIds, long id) {
        return shopIds.isEmpty()
                ? Optional.empty()
                : find("shopId in ?1 and id = ?2", shopIds, id).firstResultOptional();
    }

    default List<E> listIn(long shopId, Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : list("shopId = ?1 and id in ?2", shopId, ids);
    }
}

package io.siyu.shop;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.List;

@ApplicationScoped
public class ShopRepository implements PanacheRepositoryBase<Shop, Long> {
    /** These shops from the given id on, in the order of their ids. */
    public List<Shop> listAmong(Collection<Long> ids, long afterId, int rows) {
        return ids.isEmpty()
                ? List.of()
                : find("id in ?1 and id > ?2 order by id", ids, afterId)
                        .range(0, rows - 1)
                        .list();
    }

    /** Every shop's id: what looks for due work goes from shop to shop. */
    public List<Long> listIds() {
        return getEntityManager()
                .createQuery("select id from Shop order by id", Long.class)
                .getResultList();
    }
}

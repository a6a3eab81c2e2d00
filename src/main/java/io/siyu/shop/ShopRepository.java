package io.siyu.shop;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.List;

@ApplicationScoped
public class ShopRepository implements PanacheRepositoryBase<Shop, Long> {
    /**
     * Lets nobody else change who works in the shop until the transaction ends. The row is written, not only locked:
     * between the nodes of a cluster only writes meet.
     */
    public void lockPeople(long shopId) {
        getEntityManager()
                .createNativeQuery("UPDATE shop SET people_version = people_version + 1 WHERE id = ?1")
                .setParameter(1, shopId)
                .executeUpdate();
    }

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

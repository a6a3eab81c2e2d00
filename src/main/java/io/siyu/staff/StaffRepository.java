package io.siyu.staff;

import io.siyu.platform.ids.ShopRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class StaffRepository implements ShopRepository<Staff> {
    public Optional<Staff> findByUsername(long shopId, String username) {
        return find("shopId = ?1 and username = ?2", shopId, username).firstResultOptional();
    }

    public List<Staff> listAfter(long shopId, long afterId, int rows) {
        return find("shopId = ?1 and id > ?2 order by id", shopId, afterId)
                .range(0, rows - 1)
                .list();
    }

    /** A person in each of these shops. */
    public List<Staff> listOf(String username, Collection<Long> shopIds) {
        return shopIds.isEmpty()
                ? List.of()
                : list("shopId in ?1 and username = ?2 order by shopId", shopIds, username);
    }

    public List<Staff> listAll(long shopId) {
        return list("shopId = ?1 order by id", shopId);
    }
}

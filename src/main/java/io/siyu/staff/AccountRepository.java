package io.siyu.staff;

import io.siyu.platform.ids.ShopOwnedRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class AccountRepository implements ShopOwnedRepository<Account> {
    public List<Account> listActive(long shopId) {
        return list("shopId = ?1 and active order by id", shopId);
    }

    public List<Account> listOwnedBy(long shopId, long staffId) {
        return list("shopId = ?1 and ownerStaffId = ?2 order by id", shopId, staffId);
    }

    public List<Account> listAfter(long shopId, long afterId, int rows) {
        return find("shopId = ?1 and id > ?2 order by id", shopId, afterId)
                .range(0, rows - 1)
                .list();
    }

    /** Tells the accounts whether their owner can be given work. */
    void markOwnerWorking(long shopId, long ownerId, boolean isWorking) {
        update(
                "set ownerWorking = ?1, version = version + 1 where shopId = ?2 and ownerStaffId = ?3",
                isWorking,
                shopId,
                ownerId);
    }

    public Optional<Account> findByName(long shopId, String name) {
        return find("shopId = ?1 and name = ?2", shopId, name).firstResultOptional();
    }
}

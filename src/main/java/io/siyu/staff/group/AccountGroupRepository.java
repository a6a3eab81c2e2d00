package io.siyu.staff.group;

import io.siyu.platform.ids.ShopOwnedRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

@ApplicationScoped
public class AccountGroupRepository implements ShopOwnedRepository<AccountGroup> {
    public List<AccountGroup> listAfter(long shopId, long accountId, long afterId, int rows) {
        return find("shopId = ?1 and accountId = ?2 and id > ?3 order by id", shopId, accountId, afterId)
                .range(0, rows - 1)
                .list();
    }

    /** Gives somebody's groups to another one. @param to null for whoever owns the account */
    void handAll(long shopId, long from, Long to) {
        update(
                "set ownerStaffId = ?1, version = version + 1 where shopId = ?2 and ownerStaffId = ?3",
                to,
                shopId,
                from);
    }

    void moveAll(long shopId, long fromAccount, long toAccount) {
        update(
                "set accountId = ?1, version = version + 1 where shopId = ?2 and accountId = ?3",
                toAccount,
                shopId,
                fromAccount);
    }
}

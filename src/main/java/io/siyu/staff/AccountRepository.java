package io.siyu.staff;

import io.siyu.platform.ids.ShopOwnedRepository;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
public class AccountRepository implements ShopOwnedRepository<Account> {
    public List<Account> listActive(long shopId) {
        return list("shopId = ?1 and active order by id", shopId);
    }

    public List<Account> listOwnedBy(long shopId, long staffId) {
        return list("shopId = ?1 and ownerStaffId = ?2 order by id", shopId, staffId);
    }

    /** Whose followers somebody sees: own ones, and those of owners who are not here and whose backup the person is. */
    public List<Account> listSeenBy(long shopId, long staffId, Instant now) {
        return getEntityManager()
                .createQuery(
                        "select a from Account a join Staff o on o.shopId = a.shopId and o.id = a.ownerStaffId"
                                + " where a.shopId = :shop and (a.ownerStaffId = :staff or (a.backupStaffId = :staff"
                                + " and (o.status not in :mayWork"
                                + " or (o.absence.awayFrom <= :now and o.absence.awayUntil > :now)))"
                                + " or (o.absence.backupStaffId = :staff"
                                + " and o.absence.awayFrom <= :now and o.absence.awayUntil > :now)) order by a.id",
                        Account.class)
                .setParameter("shop", shopId)
                .setParameter("staff", staffId)
                .setParameter("mayWork", List.of(StaffStatus.ACTIVE, StaffStatus.INVITED))
                .setParameter("now", now)
                .getResultList();
    }

    /** The same as a condition on rows of {@code account a} and its owner's {@code staff o}. */
    public static SqlFragment isSeenBy(long staffId, Instant now) {
        return SqlFragment.named(
                "(a.owner_staff_id = :staff OR (a.backup_staff_id = :staff AND (o.status NOT IN ('ACTIVE', 'INVITED')"
                        + " OR (o.away_from <= :now AND o.away_until > :now)))"
                        + " OR (o.away_backup_staff_id = :staff AND o.away_from <= :now AND o.away_until > :now))",
                Map.of("staff", staffId, "now", now));
    }

    public List<Account> listAfter(long shopId, long afterId, int rows) {
        return find("shopId = ?1 and id > ?2 order by id", shopId, afterId)
                .range(0, rows - 1)
                .list();
    }

    public Optional<Account> findByName(long shopId, String name) {
        return find("shopId = ?1 and name = ?2", shopId, name).firstResultOptional();
    }
}

package io.siyu.campaign.daily;

import io.siyu.platform.ids.ShopOwnedRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class DailyPlanRepository implements ShopOwnedRepository<DailyPlan> {
    public List<DailyPlan> listAfter(long shopId, long afterId, int rows) {
        return find("shopId = ?1 and id > ?2 order by id", shopId, afterId)
                .range(0, rows - 1)
                .list();
    }

    /** Since when the plan waits that is due the longest. */
    Optional<Instant> findDueSince(Instant now) {
        return Optional.ofNullable(getEntityManager()
                .createQuery(
                        "select min(p.dueAt) from Shop s join DailyPlan p on p.shopId = s.id and p.dueAt <= :now",
                        Instant.class)
                .setParameter("now", now)
                .getSingleResult());
    }

    /** Plans of which occurrences are to be made, the longest due first. */
    List<Due> listDue(Collection<Long> shopIds, Instant now, int rows) {
        return shopIds.isEmpty()
                ? List.of()
                : find("shopId in ?1 and dueAt <= ?2 order by dueAt", shopIds, now)
                        .project(Due.class)
                        .range(0, rows - 1)
                        .list();
    }

    /** A plan, and nothing that it says: one that cannot be read keeps no other waiting. */
    record Due(long shopId, long id) {}
}

package io.siyu.campaign.plan;

import io.siyu.platform.ids.ShopOwnedRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Optional;

@ApplicationScoped
class AcceptedPlanRepository implements ShopOwnedRepository<AcceptedPlan> {
    /** A shop's plans, the latest first, of numbers below the given one. */
    List<AcceptedPlan> listBelow(long shopId, long number, int rows) {
        return find("shopId = ?1 and planNo < ?2 order by planNo desc", shopId, number)
                .range(0, rows - 1)
                .list();
    }

    Optional<AcceptedPlan> findLatest(long shopId) {
        return listBelow(shopId, Integer.MAX_VALUE, 1).stream().findFirst();
    }
}

package io.siyu.campaign.daily;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.time.EachDue;
import io.siyu.platform.time.TimedWork;
import io.siyu.shop.ShopRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes the occurrences of daily plans some days ahead. */
@ApplicationScoped
class DailyPlanDueWork implements TimedWork {
    private static final int BATCH = 50;
    private static final int SHOPS_A_QUERY = 1000;

    /** Behind the campaigns' own steps, and before tasks open. */
    private static final int BEFORE_TASKS = 15;

    private final DailyPlanRepository plans;
    private final DailyOccurrences occurrences;
    private final ShopRepository shops;

    DailyPlanDueWork(DailyPlanRepository plans, DailyOccurrences occurrences, ShopRepository shops) {
        this.plans = plans;
        this.occurrences = occurrences;
        this.shops = shops;
    }

    @Override
    public int runDue(Instant now) {
        List<Long> shopIds = QuarkusTransaction.requiringNew().call(shops::listIds);
        int done = 0;
        for (int from = 0; from < shopIds.size(); from += SHOPS_A_QUERY) {
            List<Long> some = shopIds.subList(from, Math.min(from + SHOPS_A_QUERY, shopIds.size()));
            List<DailyPlanRepository.Due> due =
                    QuarkusTransaction.requiringNew().call(() -> plans.listDue(some, now, BATCH));
            done += EachDue.sum(
                    due, plan -> Contention.inTransaction(() -> extend(plan.shopId(), plan.id(), now)) ? 1 : 0);
        }
        return done;
    }

    /** @return false if another replica was faster */
    private boolean extend(long shopId, long planId, Instant now) {
        Optional<DailyPlan> plan = plans.findIn(shopId, planId).filter(found -> found.isDue(now));
        plan.ifPresent(found -> occurrences.extend(shops.findById(shopId), found));
        return plan.isPresent();
    }

    @Override
    public Optional<Instant> dueSince(Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> plans.findDueSince(now));
    }

    @Override
    public int order() {
        return BEFORE_TASKS;
    }
}

package io.siyu.task.plan;

import io.siyu.platform.time.EachDue;
import io.siyu.platform.time.TimedWork;
import io.siyu.shop.ShopRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;

/** Opens tasks at their time and takes them back when a lease runs out, shop by shop. */
@ApplicationScoped
class TaskDueWork implements TimedWork {
    /** After the campaigns' own steps: a campaign starts before its tasks open. */
    private static final int AFTER_CAMPAIGNS = 20;

    private final ShopRepository shops;
    private final TaskClockService clock;

    TaskDueWork(ShopRepository shops, TaskClockService clock) {
        this.shops = shops;
        this.clock = clock;
    }

    @Override
    public int runDue(Instant now) {
        return EachDue.sum(clock.listDueShops(shops.listIds(), now), shop -> clock.runDue(shop, now));
    }

    @Override
    public Optional<Instant> dueSince(Instant now) {
        return clock.findDueSince(now);
    }

    @Override
    public int order() {
        return AFTER_CAMPAIGNS;
    }
}

package io.siyu.forecast.fit;

import io.siyu.forecast.PurchaseHistories;
import io.siyu.platform.drain.Drain;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.time.ShopLease;
import io.siyu.platform.time.ShopWorkers;
import io.siyu.platform.time.TimedWork;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopFounded;
import io.siyu.shop.ShopRepository;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** Queues a fit for every shop each night of the shop, and starts a worker for what waits or was interrupted. */
@ApplicationScoped
class DueForecasts implements TimedWork {
    private static final int SHOPS_A_BATCH = 10;
    private static final int AFTER_TIERS = 20;

    /** In the shop's zone: behind midnight, when tiers are brought up to date. */
    private static final LocalTime NIGHT = LocalTime.of(3, 0);

    private final ForecastSchedule schedule;
    private final ForecastFitRepository fits;
    private final PurchaseHistories histories;
    private final ForecastRunner runner;
    private final ShopRepository shops;
    private final Clock clock;
    /** One at a time a replica: a fit takes a core for a while. */
    private final ShopWorkers workers;

    DueForecasts(
            ForecastSchedule schedule,
            ForecastFitRepository fits,
            PurchaseHistories histories,
            ForecastRunner runner,
            ShopRepository shops,
            Clock clock,
            Drain drain) {
        this.workers = new ShopWorkers(drain, 1);
        this.schedule = schedule;
        this.fits = fits;
        this.histories = histories;
        this.runner = runner;
        this.shops = shops;
        this.clock = clock;
    }

    void onShopFounded(@Observes ShopFounded event) {
        Instant now = clock.instant();
        schedule.lock(event.shop().id(), now, nextNight(event.shop(), now));
    }

    /** A fit may take long, so it goes on by itself: this only queues and starts. */
    @Override
    public int runDue(Instant now) {
        int opened = 0;
        for (long shopId : schedule.listDue(now, SHOPS_A_BATCH)) {
            opened += Contention.inTransaction(() -> openNight(shopId, now)) ? 1 : 0;
        }
        start();
        return opened;
    }

    @Override
    public Optional<Instant> dueSince(Instant now) {
        return schedule.findDueSince(now);
    }

    @Override
    public int order() {
        return AFTER_TIERS;
    }

    @Override
    public boolean isLeased() {
        return true;
    }

    @PreDestroy
    void end() {
        workers.close();
    }

    /**
     * Queues a fit, unless one of today waits or runs already; in a transaction.
     *
     * @param requestedBy null for the nightly one
     * @return the fit's id
     */
    long queue(Shop shop, String requestedBy) {
        Instant now = clock.instant();
        LocalDate asOf = shop.today(clock);
        schedule.lock(shop.id(), now, nextNight(shop, now));
        return fits.findUnfinished(shop.id(), asOf).map(ForecastFit::id).orElseGet(() -> {
            long id = Id.nextValue();
            fits.queue(shop.id(), id, asOf, requestedBy, now);
            return id;
        });
    }

    private boolean openNight(long shopId, Instant now) {
        Shop shop = shops.findById(shopId);
        Instant from = shop.today(clock).atStartOfDay(shop.zone()).toInstant();
        if (!schedule.open(shopId, now, from, nextNight(shop, now))) {
            return false;
        }
        if (!histories.isEmpty(shopId)) {
            queue(shop, null);
        }
        return true;
    }

    private static Instant nextNight(Shop shop, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, shop.zone());
        Instant tonight = today.atTime(NIGHT).atZone(shop.zone()).toInstant();
        return tonight.isAfter(now)
                ? tonight
                : today.plusDays(1).atTime(NIGHT).atZone(shop.zone()).toInstant();
    }

    void start() {
        for (long shopId : fits.listShopsWithDueFits(SHOPS_A_BATCH)) {
            workers.start(shopId, () -> work(shopId));
        }
    }

    private void work(long shopId) {
        String owner = ShopLease.newOwner();
        if (Contention.inTransaction(() -> schedule.take(shopId, owner))) {
            runner.runAll(shopId, owner);
        }
    }
}

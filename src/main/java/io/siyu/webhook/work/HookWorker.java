package io.siyu.webhook.work;

import io.siyu.buyer.match.ErasedBuyers;
import io.siyu.order.IntakeTerms;
import io.siyu.order.ReasonCode;
import io.siyu.order.incoming.IncomingOrder;
import io.siyu.order.write.OrderIntakeService;
import io.siyu.order.write.OrderRenaming;
import io.siyu.order.write.SourceTimes;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.DatabaseFault;
import io.siyu.platform.sql.InSteps;
import io.siyu.platform.time.LeaseLostException;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopRepository;
import io.siyu.webhook.HookConfig;
import io.siyu.webhook.HookDelivery;
import io.siyu.webhook.HookDeliveryRepository;
import io.siyu.webhook.HookDeliveryRepository.Outcome;
import io.siyu.webhook.HookMeters;
import io.siyu.webhook.HookSource;
import io.siyu.webhook.HookStatus;
import io.siyu.webhook.HookVerdict;
import io.siyu.webhook.payload.HookMessage;
import io.siyu.webhook.payload.HookReader;
import io.siyu.webhook.payload.ShopifyReader;
import io.siyu.webhook.payload.UnreadableHookException;
import io.siyu.webhook.payload.WebhookEvent;
import io.siyu.webhook.payload.WooCommerceReader;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Works a shop's deliveries: reads them, brings their orders in all at once, and only then keeps what became of them. Dying in
 * between makes it all happen again, which changes nothing.
 */
@InSteps
@ApplicationScoped
class HookWorker {
    private static final Logger LOG = Logger.getLogger(HookWorker.class);
    private static final int PAUSE_GROWTH = 4;

    private final HookDeliveryRepository deliveries;
    private final HookOrderRepository orders;
    private final OrderIntakeService intake;
    private final ErasedBuyers erased;
    private final OrderRenaming renaming;
    private final SourceTimes sourceTimes;
    private final WebhookLease lease;
    private final ShopRepository shops;
    private final HookConfig config;
    private final HookMeters meters;
    private final Clock clock;
    private final Map<HookSource, HookReader> readers = new EnumMap<>(
            Map.of(HookSource.SHOPIFY, new ShopifyReader(), HookSource.WOOCOMMERCE, new WooCommerceReader()));

    HookWorker(
            HookDeliveryRepository deliveries,
            HookOrderRepository orders,
            OrderIntakeService intake,
            ErasedBuyers erased,
            OrderRenaming renaming,
            SourceTimes sourceTimes,
            WebhookLease lease,
            ShopRepository shops,
            HookConfig config,
            HookMeters meters,
            Clock clock) {
        this.deliveries = deliveries;
        this.orders = orders;
        this.intake = intake;
        this.erased = erased;
        this.renaming = renaming;
        this.sourceTimes = sourceTimes;
        this.lease = lease;
        this.shops = shops;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * A shop's deliveries of one platform.
     *
     * @param owner of the shop's webhook lease
     */
    private record Scope(Shop shop, HookSource source, String owner) {}

    /**
     * Works one batch of what is due. To be called by who holds the shop's webhook lease.
     *
     * @return of how many deliveries it kept what became of them
     * @throws LeaseLostException if the lease is not the owner's any more
     */
    int work(long shopId, HookSource source, String owner, Instant now) {
        List<HookDelivery> due = Contention.inTransaction(
                () -> deliveries.listDue(shopId, source, now, config.batchSize(), config.batchBytes()));
        if (!due.isEmpty()) {
            Shop shop = Contention.inTransaction(
                    () -> shops.findByIdOptional(shopId).orElseThrow());
            Scope scope = new Scope(shop, source, owner);
            partedByErasures(shopId, due).forEach(part -> work(scope, part));
        }
        return due.size();
    }

    /** What was received before somebody was erased is worked apart from what came later, and before it. */
    private Collection<List<HookDelivery>> partedByErasures(long shopId, List<HookDelivery> due) {
        Instant latest = due.stream()
                .map(HookDelivery::receivedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<Instant> times = Contention.inTransaction(() -> erased.timesBetween(shopId, earliest(due), latest));
        return due.stream()
                .collect(Collectors.groupingBy(
                        delivery -> times.stream()
                                .filter(time -> !time.isAfter(delivery.receivedAt()))
                                .count(),
                        TreeMap::new,
                        Collectors.toList()))
                .values();
    }

    private static Instant earliest(List<HookDelivery> due) {
        return due.stream()
                .map(HookDelivery::receivedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private void work(Scope scope, List<HookDelivery> due) {
        try {
            take(scope, due);
        } catch (LeaseLostException e) {
            throw e;
        } catch (RuntimeException e) {
            if (DatabaseFault.isIn(e)) {
                throw e;
            }
            if (due.size() > 1) {
                // One of them spoils it for the others: each for itself.
                due.forEach(one -> work(scope, List.of(one)));
            } else {
                // Words of the database may quote what it was given.
                LOG.errorf(
                        "Delivery %d of shop %d could not be taken in: %s",
                        due.get(0).id(), scope.shop().id(), causes(e));
                keep(scope, Map.of(due.get(0), HookVerdict.later(ReasonCode.NOT_STORED.with())));
            }
        }
    }

    private void take(Scope scope, List<HookDelivery> due) {
        Map<HookDelivery, HookVerdict> verdicts = new LinkedHashMap<>();
        Map<Long, WebhookEvent> events = new LinkedHashMap<>();
        for (HookDelivery delivery : due) {
            try {
                if (delivery.body() == null) {
                    verdicts.put(delivery, HookVerdict.later(ReasonCode.NOT_DECRYPTED.with()));
                } else {
                    events.put(delivery.id(), read(scope, delivery));
                }
            } catch (UnreadableHookException e) {
                verdicts.put(delivery, HookVerdict.failed(e.reason()));
            }
        }
        AtomicReference<HookBatch> taken = new AtomicReference<>(new HookBatch(events));
        if (!taken.get().externalIds().isEmpty()) {
            intake.take(scope.shop(), scope.source().code(), earliest(due), () -> {
                HookBatch batch = new HookBatch(events);
                taken.set(batch);
                return remember(scope, batch);
            });
        }
        for (HookDelivery delivery : due) {
            verdicts.computeIfAbsent(delivery, d -> taken.get().verdict(d.id()));
        }
        keep(scope, verdicts);
    }

    /** What was told is kept together with what it makes of the orders, behind whoever wrote of them before. */
    private List<IncomingOrder> remember(Scope scope, HookBatch batch) {
        long shopId = scope.shop().id();
        lease.look(shopId, scope.owner());
        batch.fold(orders.list(shopId, scope.source(), batch.externalIds()));
        batch.assignNumbers(orders.listSharing(shopId, scope.source(), batch.known()))
                .forEach(order -> renaming.rename(shopId, scope.shop().zone(), order.from(), order.to()));
        batch.known().forEach(order -> {
            unite(scope, order);
            if (order.takesBackAt() != null) {
                sourceTimes.set(shopId, order.orderNo(), order.takesBackAt().minusSeconds(1));
            }
        });
        orders.save(shopId, scope.source(), batch.known());
        if (scope.source().numbersById() && !orders.isNumberedOtherwise(shopId, scope.source())) {
            batch.presumeNumbers();
        }
        return batch.orders(number -> orders.findStored(shopId, number));
    }

    /** What files brought under other numbers that the order was told under, and no other order has, is the order as well. */
    private void unite(Scope scope, WebhookOrderState order) {
        if (order.createdAt() != null && order.orderNo() != null) {
            long shopId = scope.shop().id();
            orders.free(shopId, order.otherNos())
                    .forEach(other ->
                            renaming.unite(shopId, scope.shop().zone(), other, order.orderNo(), order.createdAt()));
        }
    }

    private WebhookEvent read(Scope scope, HookDelivery delivery) {
        if (delivery.isTest()) {
            // A made-up order that an administrator had sent to try the address out.
            return new WebhookEvent.Nothing(ReasonCode.TEST_ONLY.with());
        }
        return readers.get(scope.source())
                .read(new HookMessage(
                        delivery.topic(),
                        delivery.body(),
                        delivery.triggeredAt(),
                        delivery.receivedAt(),
                        IntakeTerms.of(scope.shop())));
    }

    private void keep(Scope scope, Map<HookDelivery, HookVerdict> verdicts) {
        Instant now = clock.instant();
        List<Outcome> outcomes = new ArrayList<>();
        verdicts.forEach((delivery, verdict) -> outcomes.add(outcome(delivery, verdict, now)));
        Contention.inTransaction(() -> {
            lease.require(scope.shop().id(), scope.owner(), config.lease());
            deliveries.keepOutcomes(scope.shop().id(), outcomes);
            return null;
        });
        verdicts.values().forEach(verdict -> meters.count(scope.source(), verdict.kind(), 1));
    }

    private Outcome outcome(HookDelivery delivery, HookVerdict verdict, Instant now) {
        int attempts = delivery.attempts() + 1;
        Instant bodyUntil = now.plus(config.keepBodies());
        Instant failedUntil = now.plus(config.keepFailedBodies());
        long id = delivery.id();
        return switch (verdict.kind()) {
            case DONE -> new Outcome(id, HookStatus.DONE, attempts, null, bodyUntil, now, verdict);
            case IGNORED -> new Outcome(id, HookStatus.IGNORED, attempts, null, bodyUntil, now, verdict);
            case FAILED -> new Outcome(id, HookStatus.FAILED, attempts, null, failedUntil, now, verdict);
            case LATER ->
                attempts >= config.attempts()
                        ? new Outcome(id, HookStatus.FAILED, attempts, null, failedUntil, now, verdict)
                        : new Outcome(
                                id, HookStatus.RECEIVED, attempts, now.plus(pause(attempts)), null, null, verdict);
        };
    }

    private Duration pause(int attempts) {
        Duration pause = config.firstPause();
        for (int i = 1; i < attempts && pause.compareTo(config.longestPause()) < 0; i++) {
            pause = pause.multipliedBy(PAUSE_GROWTH);
        }
        return pause.compareTo(config.longestPause()) < 0 ? pause : config.longestPause();
    }

    /** What went wrong, by the names of the exceptions alone. */
    static String causes(Throwable e) {
        StringBuilder names = new StringBuilder(e.getClass().getName());
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            names.append(" <- ").append(cause.getClass().getName());
        }
        return names.toString();
    }
}

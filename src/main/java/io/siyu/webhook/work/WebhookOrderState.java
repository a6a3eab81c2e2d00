package io.siyu.webhook.work;

import io.siyu.order.OrderStatus;
import io.siyu.order.incoming.IncomingOrder;
import io.siyu.webhook.payload.WebhookEvent;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What deliveries have told about one order, in whatever order they came: the newest word on the order itself, and each
 * refund once. Platforms' times are of whole seconds; within one, an order goes forwards in its life.
 */
final class WebhookOrderState {
    private static final int STAGES = 5;
    private static final int MOST_REFUNDS = 1000;
    private static final int OVER = MOST_REFUNDS * STAGES + STAGES;

    private final String externalId;
    private final Map<String, WebhookEvent.Refund> refunds = new TreeMap<>();
    private final Set<String> otherNos = new LinkedHashSet<>();
    private String orderNo;
    private String latestNo;
    private Instant latestAt;
    private int rank;
    private Instant paidAt;
    private Instant goneAt;
    private Instant createdAt;
    private String presumedNo;
    private IncomingOrder latest;
    private boolean isChanged;
    private boolean takesBack;

    /**
     * What is kept of an order, its refunds apart.
     *
     * @param orderNo the number that it is stored under
     * @param latestNo the number that was told of it last
     */
    record Kept(String orderNo, String latestNo, Instant latestAt, int rank, Instant paidAt, Instant goneAt) {
        private static final Kept NOTHING = new Kept(null, null, null, 0, null, null);
    }

    /** Nothing is known yet. */
    WebhookOrderState(String externalId) {
        this(externalId, Kept.NOTHING, Map.of());
    }

    WebhookOrderState(String externalId, Kept kept, Map<String, WebhookEvent.Refund> refunds) {
        this.externalId = externalId;
        this.orderNo = kept.orderNo();
        this.latestNo = kept.latestNo();
        this.latestAt = kept.latestAt();
        this.rank = kept.rank();
        this.paidAt = kept.paidAt();
        this.goneAt = kept.goneAt();
        this.refunds.putAll(refunds);
    }

    Kept kept() {
        return new Kept(orderNo, latestNo, latestAt, rank, paidAt, goneAt);
    }

    String externalId() {
        return externalId;
    }

    /** The one that the order is stored under; null where no delivery has told any. */
    String orderNo() {
        return orderNo;
    }

    /** The one that was told last; it may be another order's. */
    String latestNo() {
        return latestNo;
    }

    /** Whether the order is to be stored under another number than it is. */
    boolean wantsNumber() {
        return latestNo != null && !latestNo.equals(orderNo);
    }

    /** An export tells an order's number as well as a delivery does, unless one has come. */
    boolean learnNumber(String number) {
        otherNos.add(number);
        if (latestAt != null || number.equals(latestNo)) {
            return false;
        }
        latestNo = number;
        return true;
    }

    /** Another than was told only where that is another order's. */
    void storeAs(String number) {
        if (orderNo != null) {
            otherNos.add(orderNo);
        }
        orderNo = number;
    }

    /** The numbers that were told of the order, or that it had, as far as this has seen, but for the one that it has now. */
    Set<String> otherNos() {
        Set<String> others = new LinkedHashSet<>(otherNos);
        others.remove(orderNo);
        return others;
    }

    /** Null where no delivery has told the order this time. */
    Instant createdAt() {
        return createdAt;
    }

    Map<String, WebhookEvent.Refund> refunds() {
        return refunds;
    }

    /** Of each refund the newest word counts: one that has failed since has not gone back. */
    void add(WebhookEvent.Refund refund) {
        WebhookEvent.Refund before = refunds.get(refund.id());
        if (before == null || refund.isNewerThan(before)) {
            refunds.put(refund.id(), refund);
            isChanged = true;
            takesBack |= refund.stage() == WebhookEvent.Refund.Stage.FAILED;
        }
    }

    /**
     * As of when a word says that money did not go back after all, null where none does: it is newer than what sources
     * without a time have told.
     */
    Instant takesBackAt() {
        return takesBack && latest != null ? latest.sourceAt() : null;
    }

    /** Takes the order as it is told, unless something newer is known. Its refunds and its payment count in any case. */
    void take(WebhookEvent.Order event) {
        event.refunds().forEach(this::add);
        if (event.paidAt() != null && (paidAt == null || event.paidAt().isBefore(paidAt))) {
            paidAt = event.paidAt();
            isChanged = true;
        }
        IncomingOrder order = event.order();
        otherNos.add(order.orderNo());
        createdAt = order.createdAt();
        boolean isAtOnce = order.sourceAt().equals(latestAt);
        if (supersede(order.sourceAt(), rank(order.status(), event.refundsKnown()))) {
            latestNo = isAtOnce ? later(latestNo, order.orderNo()) : order.orderNo();
            latest = order;
            if (event.tellsAllRefunds()) {
                withdrawRefunds(event);
            }
        } else if (isAtOnce) {
            latestNo = later(latestNo, order.orderNo());
        }
    }

    /** Of two numbers told within one second the later one: a number that is not the id was given to the order. */
    private String later(String known, String next) {
        boolean isGiven = known != null && !known.equals(externalId);
        return isGiven && next.equals(externalId) ? known : next;
    }

    /** Where each word tells all of them, one that is left out is no more. */
    private void withdrawRefunds(WebhookEvent.Order event) {
        Set<String> ids = event.refunds().stream().map(WebhookEvent.Refund::id).collect(Collectors.toSet());
        takesBack |= refunds.values().stream()
                .anyMatch(
                        refund -> !ids.contains(refund.id()) && refund.amount().signum() > 0);
        refunds.replaceAll((id, refund) -> ids.contains(id) || refund.amount().signum() == 0
                ? refund
                : refund.withdrawn(event.order().sourceAt()));
    }

    /** Whatever speaks of a later time is of an order that has come back. */
    void vanish(Instant at) {
        if (goneAt == null || at.isAfter(goneAt)) {
            goneAt = at;
            isChanged = true;
        }
    }

    /** A deletion names its order by the platform's id alone. */
    void presumeNumber() {
        if (orderNo == null && goneAt != null) {
            presumedNo = externalId;
        }
    }

    /**
     * The order as it stands after all that was told. Where something newer is stored, such as an export's word, only what
     * holds for good is added to it: its refunds, its payment, and a later deletion.
     *
     * @param stored finds it by its number, as far as it is stored
     * @return empty where nothing new was told, or nothing is known but that it is gone or was refunded
     */
    Optional<IncomingOrder> order(Function<String, Optional<IncomingOrder>> stored) {
        String number = orderNo == null ? presumedNo : orderNo;
        if (!isChanged || number == null) {
            return Optional.empty();
        }
        Optional<IncomingOrder> before = stored.apply(number);
        if (latest != null && before.filter(this::isBeyondLatest).isEmpty()) {
            // A time of payment that deliveries did not tell may be known from a file.
            IncomingOrder newest = latest.withNumber(number).withExternalId(externalId);
            return Optional.of(
                    completed(newest, before.map(IncomingOrder::paidAt).orElse(null)));
        }
        return before.map(order -> completed(order, null))
                .filter(order -> !order.equals(before.orElseThrow()))
                .map(order -> order.withExternalId(externalId));
    }

    /** An order that another source told of last, with what holds for good. */
    IncomingOrder completed(IncomingOrder order) {
        return completed(order, null);
    }

    /** By the rule that all sources go by. */
    private boolean isBeyondLatest(IncomingOrder before) {
        return before.sourceAt() == null
                ? before.status().isPast(latest.status())
                : before.sourceAt().isAfter(latest.sourceAt());
    }

    private IncomingOrder completed(IncomingOrder base, Instant paidBefore) {
        BigDecimal wentBack = refunds.values().stream()
                .map(WebhookEvent.Refund::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .max(base.refund());
        boolean isOver =
                goneAt != null && (base.sourceAt() == null || !base.sourceAt().isAfter(goneAt));
        return base.after(
                status(base, wentBack, isOver),
                paidAt(base, paidBefore),
                wentBack.setScale(2),
                isOver && base.sourceAt() == null ? goneAt : base.sourceAt());
    }

    private Instant paidAt(IncomingOrder base, Instant paidBefore) {
        if (base.paidAt() != null || base.status() == OrderStatus.UNPAID) {
            return base.paidAt();
        }
        return paidAt != null ? paidAt : paidBefore;
    }

    /** A deleted order no longer counts: it was called off, if it was not over already. */
    private static OrderStatus status(IncomingOrder base, BigDecimal wentBack, boolean isOver) {
        return switch (base.status()) {
            case REFUNDED, CLOSED, CANCELLED -> base.status();
            case UNPAID -> isOver ? OrderStatus.CANCELLED : base.status();
            case PAID, SHIPPED, COMPLETED -> {
                if (isOver) {
                    yield OrderStatus.CANCELLED;
                }
                boolean inFull = base.paid().signum() > 0 && wentBack.compareTo(base.paid()) >= 0;
                yield inFull ? OrderStatus.REFUNDED : base.status();
            }
        };
    }

    private boolean supersede(Instant at, int newRank) {
        if (latestAt != null && (at.isBefore(latestAt) || at.equals(latestAt) && newRank < rank)) {
            return false;
        }
        latestAt = at;
        rank = newRank;
        isChanged = true;
        return true;
    }

    /** An order that is over stays so; else the more refunds are known, the later it is, and then by its state. */
    private static int rank(OrderStatus status, int refunds) {
        int stage = stage(status);
        int known = Math.min(refunds, MOST_REFUNDS) * STAGES + stage;
        return stage == STAGES - 1 ? OVER + known : known;
    }

    private static int stage(OrderStatus status) {
        return switch (status) {
            case UNPAID -> 0;
            case PAID -> 1;
            case SHIPPED -> 2;
            case COMPLETED -> 3;
            case REFUNDED, CLOSED, CANCELLED -> 4;
        };
    }
}

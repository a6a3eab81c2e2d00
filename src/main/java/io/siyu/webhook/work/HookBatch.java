package io.siyu.webhook.work;

import io.siyu.order.Reason;
import io.siyu.order.ReasonCode;
import io.siyu.order.incoming.IncomingOrder;
import io.siyu.webhook.HookVerdict;
import io.siyu.webhook.payload.WebhookEvent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What some deliveries of one shop and platform come to: which orders change, and what becomes of each delivery. */
final class HookBatch {
    private static final Comparator<IncomingOrder> BY_TIME =
            Comparator.comparing(IncomingOrder::sourceAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));

    private final Map<String, WebhookOrderState> known = new LinkedHashMap<>();
    private final Map<Long, WebhookEvent> events;

    /** @param events by the id of the delivery, in the order of their arrival */
    HookBatch(Map<Long, WebhookEvent> events) {
        this.events = events;
    }

    /** The platform's ids of all orders that the deliveries are about. */
    Set<String> externalIds() {
        Set<String> ids = new LinkedHashSet<>();
        events.values().forEach(event -> {
            String id = externalId(event);
            if (id != null) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** @param before what earlier deliveries told about these orders */
    void fold(Collection<WebhookOrderState> before) {
        before.forEach(order -> known.put(order.externalId(), order));
        for (WebhookEvent event : events.values()) {
            if (event instanceof WebhookEvent.Order order) {
                of(order.externalId()).take(order);
            } else if (event instanceof WebhookEvent.Refunded refunded) {
                of(refunded.externalId()).add(refunded.refund());
            } else if (event instanceof WebhookEvent.Gone gone) {
                of(gone.externalId()).vanish(gone.at());
            }
        }
    }

    /** All orders that were told of, to be remembered. */
    Collection<WebhookOrderState> known() {
        return known.values();
    }

    /**
     * Finds each order the number that it is stored under.
     *
     * @param sharing other orders that were told of by the same numbers, or have them
     * @return what is to be renamed, in this sequence
     */
    List<HookNumbers.Renaming> assignNumbers(Collection<WebhookOrderState> sharing) {
        sharing.forEach(order -> known.putIfAbsent(order.externalId(), order));
        return HookNumbers.assign(known.values());
    }

    /** For platforms whose orders have their ids for numbers. */
    void presumeNumbers() {
        known.values().forEach(WebhookOrderState::presumeNumber);
    }

    /** The orders as they stand now, each number once. */
    List<IncomingOrder> orders(Function<String, Optional<IncomingOrder>> stored) {
        Map<String, IncomingOrder> orders = new LinkedHashMap<>();
        for (WebhookOrderState order : known.values()) {
            order.order(stored)
                    .ifPresent(o -> orders.merge(o.orderNo(), o, (a, b) -> BY_TIME.compare(a, b) > 0 ? a : b));
        }
        return new ArrayList<>(orders.values());
    }

    HookVerdict verdict(long delivery) {
        WebhookEvent event = events.get(delivery);
        if (event instanceof WebhookEvent.Nothing nothing) {
            return HookVerdict.ignored(nothing.reason());
        }
        if (event instanceof WebhookEvent.Gone gone && gone.reason() != null) {
            return HookVerdict.ignored(gone.reason());
        }
        WebhookOrderState order = known.get(externalId(event));
        if (event instanceof WebhookEvent.Refunded && order.orderNo() == null) {
            return HookVerdict.later(ReasonCode.REFUND_WITHOUT_ORDER.with());
        }
        return HookVerdict.done(order.orderNo(), note(event, order));
    }

    /** What somebody should know of an order that was taken in all the same; null for nothing. */
    private static Reason note(WebhookEvent event, WebhookOrderState order) {
        if (event instanceof WebhookEvent.Order && order.wantsNumber()) {
            return ReasonCode.NUMBER_TAKEN.with(order.orderNo());
        }
        return event instanceof WebhookEvent.Order said ? said.note() : null;
    }

    private WebhookOrderState of(String externalId) {
        return known.computeIfAbsent(externalId, WebhookOrderState::new);
    }

    private static String externalId(WebhookEvent event) {
        if (event instanceof WebhookEvent.Order order) {
            return order.externalId();
        }
        if (event instanceof WebhookEvent.Refunded refunded) {
            return refunded.externalId();
        }
        return event instanceof WebhookEvent.Gone gone ? gone.externalId() : null;
    }
}

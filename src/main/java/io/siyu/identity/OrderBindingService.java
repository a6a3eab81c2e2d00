package io.siyu.identity;

import io.siyu.buyer.BuyersChanged;
import io.siyu.buyer.TiersOutdated;
import io.siyu.order.OrderResponse;
import io.siyu.order.OrderService;
import io.siyu.order.figures.UnattributedOrders;
import io.siyu.order.write.BuyerSums;
import io.siyu.order.write.ShopWriteLock;
import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.Sql;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives orders to buyers by hand where the platform does not say who bought. An import leaves such an order where it is,
 * unless its source comes to say who bought after all.
 */
@ApplicationScoped
public class OrderBindingService {
    private static final String THING = "order";

    private final OrderService orders;
    private final BuyerMergeRepository buyers;
    private final ShopWriteLock writeLock;
    private final BuyerSums sums;
    private final UnattributedOrders unattributed;
    private final Sql sql;
    private final Event<BuyersChanged> buyersChanged;
    private final Event<TiersOutdated> tiersOutdated;
    private final AuditTrail audit;
    private final Clock clock;

    OrderBindingService(
            OrderService orders,
            BuyerMergeRepository buyers,
            ShopWriteLock writeLock,
            BuyerSums sums,
            UnattributedOrders unattributed,
            Sql sql,
            Event<BuyersChanged> buyersChanged,
            Event<TiersOutdated> tiersOutdated,
            AuditTrail audit,
            Clock clock) {
        this.audit = audit;
        this.orders = orders;
        this.buyers = buyers;
        this.writeLock = writeLock;
        this.sums = sums;
        this.unattributed = unattributed;
        this.sql = sql;
        this.buyersChanged = buyersChanged;
        this.tiersOutdated = tiersOutdated;
        this.clock = clock;
    }

    private record Binding(long id, long buyerId) {}

    /**
     * @throws io.siyu.platform.problem.ProblemException 400 for a buyer that the shop does not have, 409 for one who was
     *     erased and for an order whose source says who bought
     */
    public OrderResponse bind(Member member, long orderId, Id buyerId) {
        long shopId = member.shopId();
        boolean isChanged = Contention.inTransaction(() -> {
            writeLock.lock(shopId);
            long buyer = bindable(shopId, buyerId.value());
            Long before = boundBuyerOf(shopId, orderId);
            if (before != null && before == buyer) {
                audit.nothingChanged();
                return false;
            }
            Instant now = clock.instant();
            release(shopId, orderId, member.staffId(), now);
            sql.update(
                    "INSERT INTO order_binding (shop_id, id, order_id, buyer_id, bound_at, bound_by)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    shopId,
                    Id.nextValue(),
                    orderId,
                    buyer,
                    now,
                    member.staffId());
            give(shopId, orderId, buyer, before, now);
            audit.record(Act.on(shopId, THING, orderId).from(buyer(before)).to(buyer(buyer)));
            tiersOutdated.fire(new TiersOutdated(shopId));
            return true;
        });
        if (isChanged) {
            buyersChanged.fire(new BuyersChanged(shopId));
        }
        return orders.find(List.of(shopId), orderId);
    }

    /**
     * Takes an order back from the buyer that somebody gave it to.
     *
     * @throws io.siyu.platform.problem.ProblemException 409 for an order whose source says who bought
     */
    public void unbind(Member member, long orderId) {
        long shopId = member.shopId();
        boolean isChanged = Contention.inTransaction(() -> {
            writeLock.lock(shopId);
            Long before = boundBuyerOf(shopId, orderId);
            if (before == null) {
                audit.nothingChanged();
                return false;
            }
            Instant now = clock.instant();
            release(shopId, orderId, member.staffId(), now);
            give(shopId, orderId, null, before, now);
            audit.record(Act.on(shopId, THING, orderId).from(buyer(before)));
            tiersOutdated.fire(new TiersOutdated(shopId));
            return true;
        });
        if (isChanged) {
            buyersChanged.fire(new BuyersChanged(shopId));
        }
    }

    private static Map<String, Id> buyer(Long id) {
        return id == null ? null : Map.of("buyerId", Id.of(id));
    }

    private void give(long shopId, long orderId, Long buyer, Long before, Instant now) {
        UnattributedOrders.Tally tally = unattributed.tally(shopId).forget(List.of(orderId));
        sql.update(
                "UPDATE shop_order SET buyer_id = ?, updated_at = ?, version = version + 1"
                        + " WHERE shop_id = ? AND id = ?",
                buyer,
                now,
                shopId,
                orderId);
        tally.count(List.of(orderId)).write();
        List<Long> affected = Stream.of(Optional.ofNullable(buyer), Optional.ofNullable(before))
                .flatMap(Optional::stream)
                .toList();
        sums.recompute(shopId, affected, now);
    }

    private void release(long shopId, long orderId, long staffId, Instant now) {
        sql.update(
                "UPDATE order_binding SET unbound_at = ?, unbound_by = ?"
                        + " WHERE shop_id = ? AND order_id = ? AND unbound_at IS NULL",
                now,
                staffId,
                shopId,
                orderId);
    }

    /** The order's buyer if somebody gave it to that one, null if it has none. */
    private Long boundBuyerOf(long shopId, long orderId) {
        Id owner = orders.find(List.of(shopId), orderId).buyerId();
        if (owner == null) {
            return null;
        }
        return sql.first(
                        "SELECT id, buyer_id FROM order_binding"
                                + " WHERE shop_id = ? AND order_id = ? AND unbound_at IS NULL",
                        row -> new Binding(row.longAt("id"), row.longAt("buyer_id")),
                        shopId,
                        orderId)
                .map(binding -> current(shopId, binding.buyerId()).id())
                .filter(bound -> bound == owner.value())
                .orElseThrow(() -> ErrorCode.STATE_CONFLICT.problem(
                        "buyerId", "HasBuyer", "The order's source says who bought; nobody gave it to a buyer."));
    }

    private long bindable(long shopId, long buyerId) {
        BuyerMergeRepository.Candidate buyer = current(shopId, buyerId);
        if (buyer.erasedAt() != null) {
            throw ErrorCode.STATE_CONFLICT.problem("buyerId", "Erased", "This buyer was erased.");
        }
        return buyer.id();
    }

    /** The buyer, or who it was merged into. */
    private BuyerMergeRepository.Candidate current(long shopId, long buyerId) {
        BuyerMergeRepository.Candidate buyer = buyers.findBuyer(shopId, buyerId)
                .orElseThrow(() ->
                        ErrorCode.VALIDATION_FAILED.problem("buyerId", "UnknownBuyer", "The shop has no such buyer."));
        return buyer.mergedInto() == null ? buyer : current(shopId, buyer.mergedInto());
    }
}

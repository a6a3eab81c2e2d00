package io.siyu.identity;

import io.siyu.buyer.BuyersChanged;
import io.siyu.buyer.TiersOutdated;
import io.siyu.order.OrderResponse;
import io.siyu.order.OrderService;
import io.siyu.order.owner.OrderBindings;
import io.siyu.order.write.OrderBuyers;
import io.siyu.order.write.ShopWriteLock;
import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Contention;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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
    private final OrderBindings bindings;
    private final OrderBuyers orderBuyers;
    private final Event<BuyersChanged> buyersChanged;
    private final Event<TiersOutdated> tiersOutdated;
    private final AuditTrail audit;
    private final Clock clock;

    OrderBindingService(
            OrderService orders,
            BuyerMergeRepository buyers,
            ShopWriteLock writeLock,
            OrderBindings bindings,
            OrderBuyers orderBuyers,
            Event<BuyersChanged> buyersChanged,
            Event<TiersOutdated> tiersOutdated,
            AuditTrail audit,
            Clock clock) {
        this.audit = audit;
        this.orders = orders;
        this.buyers = buyers;
        this.writeLock = writeLock;
        this.bindings = bindings;
        this.orderBuyers = orderBuyers;
        this.buyersChanged = buyersChanged;
        this.tiersOutdated = tiersOutdated;
        this.clock = clock;
    }

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
            bindings.release(shopId, orderId, member.staffId(), now);
            bindings.bind(shopId, orderId, buyer, member.staffId(), now);
            orderBuyers.give(shopId, orderId, buyer, before, now);
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
            bindings.release(shopId, orderId, member.staffId(), now);
            orderBuyers.give(shopId, orderId, null, before, now);
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

    /** The order's buyer if somebody gave it to that one, null if it has none. */
    private Long boundBuyerOf(long shopId, long orderId) {
        Id owner = orders.find(List.of(shopId), orderId).buyerId();
        if (owner == null) {
            return null;
        }
        return bindings.find(shopId, orderId)
                .map(buyer -> current(shopId, buyer).id())
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

package io.siyu.support;

import io.siyu.buyer.BuyersChanged;
import io.siyu.buyer.Tier;
import io.siyu.order.figures.UnattributedOrders;
import io.siyu.order.write.BuyerSums;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Puts buyers with orders straight into a shop, for tests of what comes after an import. */
@ApplicationScoped
public class Buyers {
    private static final Instant THEN = Instant.parse("2020-01-01T00:00:00Z");

    private final Sql sql;
    private final BuyerSums sums;
    private final UnattributedOrders unattributed;
    private final Event<BuyersChanged> changed;
    private final Clock clock;

    Buyers(Sql sql, BuyerSums sums, UnattributedOrders unattributed, Event<BuyersChanged> changed, Clock clock) {
        this.sql = sql;
        this.sums = sums;
        this.unattributed = unattributed;
        this.changed = changed;
        this.clock = clock;
    }

    /** In the shops of tests, unless one is made for another zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Shop.DEFAULT_ZONE);
    }

    /** As it is stored now. */
    public Tier tierOf(long shopId, long buyer) {
        return sql.first(
                        "SELECT tier FROM buyer WHERE shop_id = ? AND id = ?",
                        row -> row.enumAt("tier", Tier.class),
                        shopId,
                        buyer)
                .orElseThrow();
    }

    /** A buyer with a counted order of ten on each of the days. */
    public long add(TestShop shop, String platformId, LocalDate... days) {
        return add(shop, platformId, BigDecimal.TEN, days);
    }

    public long add(TestShop shop, String platformId, BigDecimal amount, LocalDate... days) {
        long buyer = Id.nextValue();
        long shopId = Long.parseLong(shop.id());
        boolean bought = days.length > 0;
        sql.update(
                "INSERT INTO buyer (shop_id, id, platform_id, first_order_day, created_at, updated_at)"
                        + " VALUES (?,?,?,?,?,?)",
                shopId,
                buyer,
                platformId,
                LocalDate.of(2020, 1, 1),
                THEN,
                THEN);
        for (LocalDate day : days) {
            insert(shop, buyer, day, amount, null);
        }
        if (bought) {
            sums.recompute(shopId, List.of(buyer), THEN);
        }
        return buyer;
    }

    /** @param exclusion why the order does not count, or null if it does */
    public void order(TestShop shop, Long buyer, LocalDate day, BigDecimal amount, String exclusion) {
        long shopId = Long.parseLong(shop.id());
        long order = insert(shop, buyer, day, amount, exclusion);
        if (buyer == null) {
            unattributed.tally(shopId).count(List.of(order)).write();
        } else {
            sums.recompute(shopId, List.of(buyer), THEN);
        }
    }

    private long insert(TestShop shop, Long buyer, LocalDate day, BigDecimal amount, String exclusion) {
        long id = Id.nextValue();
        sql.update(
                "INSERT INTO shop_order (shop_id, id, order_no, buyer_id, status, created_at, day, paid_amount,"
                        + " refund_amount, net_amount, counted, exclusion, content_hash, source, recorded_at, updated_at)"
                        + " VALUES (?,?,?,?,?,?,?,?,0,?,?,?,?,'GENERIC',?,?)",
                Long.parseLong(shop.id()),
                id,
                "T" + Id.nextValue(),
                buyer,
                exclusion == null ? "COMPLETED" : "UNPAID",
                THEN,
                day,
                amount,
                amount,
                exclusion == null,
                exclusion,
                new byte[32],
                THEN,
                THEN);
        return id;
    }

    /** Makes them followers on the account. */
    public void follow(String account, Long... buyers) {
        for (long buyer : buyers) {
            sql.update("UPDATE follower SET status = 'ADDED', account_id = ? WHERE buyer_id = ?", account, buyer);
        }
    }

    /** Sees to it that campaigns of the shop reach somebody: without that they do not go to review. */
    public void befriendOne(TestShop shop) {
        boolean hasSome = sql.first(
                        "SELECT id FROM follower WHERE shop_id = ? AND status = 'ADDED' AND tier NOT IN ('LEAD', 'LOST')"
                                + " LIMIT 1",
                        row -> row.longAt("id"),
                        shop.id())
                .isPresent();
        if (!hasSome) {
            long regular = add(shop, "regular " + Id.nextValue(), today().minusDays(1));
            changed(shop);
            follow(shop.account1(), regular);
        }
    }

    /** What the end of an import does: tiers and followers come up to date. */
    public void changed(TestShop shop) {
        changed.fire(new BuyersChanged(Long.parseLong(shop.id())));
    }
}

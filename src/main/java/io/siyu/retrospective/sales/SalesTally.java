package io.siyu.retrospective.sales;

import io.siyu.buyer.Tier;
import io.siyu.retrospective.comparison.Sales;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Adds up a window's orders in one pass, buyer by buyer, so that its parts are the whole by how they are made: the shop's
 * are the audience's and those outside of it, the audience's are attributed or not. An order is attributed to the last
 * contact of the campaign <em>before</em> its instant, be it a private message to its buyer or a post on the account on
 * which the buyer is listed. Orders of who is held out are attributed to nothing: the campaign is compared with them.
 */
public final class SalesTally {
    private final PublicTouches published;
    private final Map<Long, Listing> ofMerged;

    private final Takings shop = new Takings();
    private final Takings audience = new Takings();
    private final Takings attributed = new Takings();
    private final Takings notAttributed = new Takings();
    private final Takings outside = new Takings();
    private final Map<LocalDate, Takings> shopByDay = new HashMap<>();
    private final Map<LocalDate, Takings> audienceByDay = new HashMap<>();
    private final Map<LocalDate, Takings> attributedByDay = new HashMap<>();
    private final Map<Long, Takings> byPost = new HashMap<>();
    private final Map<Touch.ScriptVersion, Takings> byScript = new HashMap<>();
    private final Map<Long, Takings> byAccount = new HashMap<>();
    private final Map<Long, Takings> byStaff = new HashMap<>();
    private final Map<Tier, Takings> byTier = new EnumMap<>(Tier.class);
    private final Map<Arm, ArmTakings> byArm = new EnumMap<>(Arm.class);

    /** @param ofMerged how those are listed who have become one with others since, by who they are now */
    SalesTally(PublicTouches published, Map<Long, Listing> ofMerged) {
        this.published = published;
        this.ofMerged = ofMerged;
        for (Arm arm : Arm.values()) {
            byArm.put(arm, new ArmTakings());
        }
    }

    void add(WindowOrder order) {
        shop.add(order);
        count(shopByDay, order.day(), order);
        Listing listed = listing(order);
        if (listed == null) {
            outside.add(order);
            return;
        }
        audience.add(order);
        count(audienceByDay, order.day(), order);
        byArm.get(listed.arm()).add(order);
        Touch last = listed.arm() == Arm.INCLUDED ? lastTouch(order, listed) : null;
        if (last == null) {
            notAttributed.add(order);
        } else {
            attribute(order, listed, last);
        }
    }

    private Listing listing(WindowOrder order) {
        Listing merged = order.buyerId() == null ? null : ofMerged.get(order.buyerId());
        if (merged != null) {
            return merged;
        }
        Listing listed = order.listed();
        return listed == null ? null : listed.standing(listed.arm().seenAs(order.isWrittenTo()));
    }

    private Touch lastTouch(WindowOrder order, Listing listed) {
        Touch onAccount = published.lastBefore(listed.accountId(), order.at());
        Touch written = order.written();
        if (onAccount == null || written == null) {
            return written == null ? onAccount : written;
        }
        return onAccount.at().isAfter(written.at()) ? onAccount : written;
    }

    private void attribute(WindowOrder order, Listing listed, Touch last) {
        attributed.add(order);
        count(attributedByDay, order.day(), order);
        count(byPost, last.postId(), order);
        count(byScript, last.script(), order);
        count(byAccount, Objects.requireNonNullElse(last.accountId(), listed.accountId()), order);
        count(byStaff, last.staffId(), order);
        count(byTier, listed.tier(), order);
    }

    private static <K> void count(Map<K, Takings> groups, K key, WindowOrder order) {
        groups.computeIfAbsent(key, k -> new Takings()).add(order);
    }

    public Sales shop() {
        return shop.sales();
    }

    public Sales audience() {
        return audience.sales();
    }

    public Sales attributed() {
        return attributed.sales();
    }

    public Sales notAttributed() {
        return notAttributed.sales();
    }

    public Sales outside() {
        return outside.sales();
    }

    /** What the buyers of one side bought. */
    public ArmTakings of(Arm arm) {
        return byArm.get(arm);
    }

    public DaySales on(LocalDate day) {
        return new DaySales(day, salesOf(shopByDay, day), salesOf(audienceByDay, day), salesOf(attributedByDay, day));
    }

    private static Sales salesOf(Map<LocalDate, Takings> days, LocalDate day) {
        return days.getOrDefault(day, new Takings()).sales();
    }

    public Map<Long, Sales> byPost() {
        return sales(byPost);
    }

    public Map<Touch.ScriptVersion, Sales> byScript() {
        return sales(byScript);
    }

    public Map<Long, Sales> byAccount() {
        return sales(byAccount);
    }

    public Map<Long, Sales> byStaff() {
        return sales(byStaff);
    }

    public Map<Tier, Sales> byTier() {
        return sales(byTier);
    }

    private static <K> Map<K, Sales> sales(Map<K, Takings> groups) {
        Map<K, Sales> sales = new HashMap<>();
        groups.forEach((key, takings) -> sales.put(key, takings.sales()));
        return sales;
    }
}

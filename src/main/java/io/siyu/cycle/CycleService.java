package io.siyu.cycle;

import io.siyu.buyer.Tier;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopRepository;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.LocalDate;

/** How often a shop's buyers buy again, and how often it should therefore run a campaign. */
@ApplicationScoped
public class CycleService {
    private final ShopRepository shops;
    private final PurchaseDays purchaseDays;
    private final Clock clock;

    CycleService(ShopRepository shops, PurchaseDays purchaseDays, Clock clock) {
        this.shops = shops;
        this.purchaseDays = purchaseDays;
        this.clock = clock;
    }

    /**
     * The cycle as it was measured on a day: later orders do not exist, while followers and tiers are those of now.
     *
     * @param tier only buyers in this tier, or null for all
     * @param asOf the day, or null for the shop's today
     */
    @Transactional
    public CycleResponse cycleOf(long shopId, CycleScope scope, Tier tier, LocalDate asOf) {
        Shop shop = shop(shopId);
        LocalDate day = asOf == null ? shop.today(clock) : asOf;
        PurchaseDays.Whose followers = new PurchaseDays.Whose(shopId, true, tier, day);
        if (scope == CycleScope.FOLLOWERS) {
            return answer(shop, CycleBasis.FOLLOWERS, followers, purchaseDays.measure(followers));
        }
        if (scope == CycleScope.AUTO) {
            CycleMeter.Measured measured = purchaseDays.measure(followers);
            if (measured.histogram().count() >= MeanCycle.ENOUGH_INTERVALS) {
                return answer(shop, CycleBasis.FOLLOWERS, followers, measured);
            }
        }
        PurchaseDays.Whose buyers = new PurchaseDays.Whose(shopId, false, tier, day);
        CycleMeter.Measured measured = purchaseDays.measure(buyers);
        boolean isTooLittle = measured.histogram().count() < MeanCycle.ENOUGH_INTERVALS;
        CycleBasis basis = scope == CycleScope.AUTO && isTooLittle ? CycleBasis.DEFAULT : CycleBasis.BUYERS;
        return answer(shop, basis, buyers, measured);
    }

    /** The shop's mean cycle as of a day, by the basis that is good enough: followers, all buyers, or the default. */
    @Transactional
    public MeanCycle meanCycle(long shopId, LocalDate asOf) {
        MeanCycle followers =
                purchaseDays.pooled(new PurchaseDays.Whose(shopId, true, null, asOf), CycleBasis.FOLLOWERS);
        if (followers.intervals() >= MeanCycle.ENOUGH_INTERVALS) {
            return followers;
        }
        MeanCycle buyers = purchaseDays.pooled(new PurchaseDays.Whose(shopId, false, null, asOf), CycleBasis.BUYERS);
        return buyers.intervals() >= MeanCycle.ENOUGH_INTERVALS ? buyers : MeanCycle.DEFAULT;
    }

    /** Whether the shop has orders of a later day, so that its buyers' sums show more than that day could know. */
    @Transactional
    public boolean hasOrdersAfter(long shopId, LocalDate day) {
        return purchaseDays.hasOrdersAfter(shopId, day);
    }

    /** Days from one campaign's start to the next, by the shop's ladder and its mean cycle as of today. */
    @Transactional
    public int cadenceDays(long shopId) {
        Shop shop = shop(shopId);
        return meanCycle(shopId, shop.today(clock)).cadenceDays(shop.cadenceLadder());
    }

    private CycleResponse answer(Shop shop, CycleBasis basis, PurchaseDays.Whose whose, CycleMeter.Measured measured) {
        return CycleResponse.of(basis, whose.asOf(), measured, purchaseDays.orders(whose), shop.cadenceLadder());
    }

    private Shop shop(long shopId) {
        return shops.findByIdOptional(shopId).orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such shop."));
    }
}

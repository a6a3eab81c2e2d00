package io.siyu.cycle;

import io.siyu.cycle.measure.CycleBasis;
import io.siyu.cycle.measure.IntervalHistogram;
import io.siyu.cycle.measure.MeanCycle;
import io.siyu.cycle.measure.MeasuredCycle;
import io.siyu.order.figures.Basis;
import io.siyu.order.figures.FigureTable;
import io.siyu.order.figures.FiguresAsOf;
import io.siyu.order.figures.PurchaseFigures;
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
    private final FigureTable figures;
    private final FiguresAsOf figuresAsOf;
    private final PurchaseDays purchaseDays;
    private final Clock clock;

    CycleService(
            ShopRepository shops,
            FigureTable figures,
            FiguresAsOf figuresAsOf,
            PurchaseDays purchaseDays,
            Clock clock) {
        this.shops = shops;
        this.figures = figures;
        this.figuresAsOf = figuresAsOf;
        this.purchaseDays = purchaseDays;
        this.clock = clock;
    }

    /** A measured cycle, and whose it is. */
    record Answer(Shop shop, CycleBasis basis, PurchaseScope purchaseScope, MeasuredCycle measured) {}

    /**
     * The cycle as it was measured on a day: later orders do not exist, while followers and tiers are those of now.
     *
     * @throws io.siyu.platform.problem.ProblemException 400 for a filter that makes no sense
     */
    @Transactional
    public CycleResponse cycleOf(long shopId, CycleFilter filter) {
        return CycleResponse.of(answer(shopId, filter));
    }

    Answer answer(long shopId, CycleFilter filter) {
        filter.check();
        Shop shop = shop(shopId);
        LocalDate day = filter.dayIn(shop, clock);
        if (filter.scopeOrAuto() != CycleScope.BUYERS) {
            PurchaseScope followers = new PurchaseScope(shopId, true, filter, day);
            MeasuredCycle measured = measure(followers);
            if (filter.scopeOrAuto() == CycleScope.FOLLOWERS || measured.isEnough()) {
                return new Answer(shop, CycleBasis.FOLLOWERS, followers, measured);
            }
        }
        PurchaseScope buyers = new PurchaseScope(shopId, false, filter, day);
        MeasuredCycle measured = measure(buyers);
        boolean isDefault = filter.scopeOrAuto() == CycleScope.AUTO && !measured.isEnough();
        return new Answer(shop, isDefault ? CycleBasis.DEFAULT : CycleBasis.BUYERS, buyers, measured);
    }

    private MeasuredCycle measure(PurchaseScope purchaseScope) {
        Basis basis = purchaseScope.followersOnly() ? Basis.FOLLOWERS : Basis.BUYERS;
        PurchaseFigures measured = purchaseScope.filter().isWholeBasis()
                ? figuresAsOf
                        .find(purchaseScope.shopId(), basis, purchaseScope.asOf())
                        .orElseGet(() -> purchaseDays.measure(purchaseScope))
                : purchaseDays.measure(purchaseScope);
        return new MeasuredCycle(measured);
    }

    /** The shop's mean cycle as of a day, by the basis that is good enough: followers, all buyers, or the default. */
    @Transactional
    public MeanCycle meanCycle(long shopId, LocalDate asOf) {
        boolean isNow = !purchaseDays.hasOrdersAfter(shopId, asOf);
        MeanCycle followers = pooled(shopId, CycleBasis.FOLLOWERS, asOf, isNow);
        if (followers.intervals() >= MeanCycle.ENOUGH_INTERVALS) {
            return followers;
        }
        MeanCycle buyers = pooled(shopId, CycleBasis.BUYERS, asOf, isNow);
        return buyers.intervals() >= MeanCycle.ENOUGH_INTERVALS ? buyers : MeanCycle.DEFAULT;
    }

    /**
     * The mean cycle of a scope as of a day. Where there is not one interval it is the default, and says so.
     *
     * @param scope AUTO for the basis that is good enough, as {@link #meanCycle}
     */
    @Transactional
    public ShopCycle shopCycle(long shopId, CycleScope scope, LocalDate asOf) {
        CycleFilter filter = CycleFilter.auto();
        filter.scope = scope;
        filter.asOf = asOf;
        Answer answer = answer(shopId, filter);
        IntervalHistogram intervals = answer.measured().histogram();
        boolean isMeasured = answer.basis() != CycleBasis.DEFAULT && !intervals.isEmpty();
        return new ShopCycle(
                isMeasured
                        ? new MeanCycle(answer.basis(), intervals.totalDays(), intervals.count())
                        : MeanCycle.DEFAULT,
                answer.measured().confidence());
    }

    private MeanCycle pooled(long shopId, CycleBasis basis, LocalDate asOf, boolean isNow) {
        boolean followersOnly = basis == CycleBasis.FOLLOWERS;
        if (!isNow) {
            return purchaseDays.pooled(shopId, followersOnly, asOf, basis);
        }
        FigureTable.Spans spans = figures.spans(shopId, followersOnly ? Basis.FOLLOWERS : Basis.BUYERS);
        return new MeanCycle(basis, spans.days(), spans.intervals());
    }

    /** Whether the shop has orders of a later day, so that its buyers' sums show more than that day could know. */
    @Transactional
    public boolean hasOrdersAfter(long shopId, LocalDate day) {
        return purchaseDays.hasOrdersAfter(shopId, day);
    }

    private Shop shop(long shopId) {
        return shops.findByIdOptional(shopId).orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such shop."));
    }
}

package io.siyu.order.rebuild;

import io.siyu.order.figures.FigureTable;
import io.siyu.order.figures.RebuildPage;
import io.siyu.order.figures.UnattributedOrders;
import io.siyu.order.write.ShopWriteLock;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Contention;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Works a shop's sums and figures out from its orders again, some buyers at a time while everything goes on: whatever
 * changes a buyer whom the rebuild has passed changes the new figures with the old ones.
 */
@ApplicationScoped
public class FigureRebuildService {
    /** So many that the new figures are seldom written, and so few that orders wait for no longer than a moment. */
    private static final int BUYERS_A_STEP = 20_000;

    private final FigureRebuildRepository rebuilds;
    private final RebuildPage page;
    private final FigureTable figures;
    private final UnattributedOrders unattributed;
    private final ShopWriteLock writeLock;
    private final Clock clock;

    FigureRebuildService(
            FigureRebuildRepository rebuilds,
            RebuildPage page,
            FigureTable figures,
            UnattributedOrders unattributed,
            ShopWriteLock writeLock,
            Clock clock) {
        this.rebuilds = rebuilds;
        this.page = page;
        this.figures = figures;
        this.unattributed = unattributed;
        this.writeLock = writeLock;
        this.clock = clock;
    }

    /** @return the one that is under way already, if one is */
    public FigureRebuildResponse request(Member member) {
        long shopId = member.shopId();
        return Contention.inTransaction(() -> {
            writeLock.lock(shopId);
            return rebuilds.findUnfinished(shopId).orElseGet(() -> {
                long id = Id.nextValue();
                rebuilds.request(shopId, id, member.staffId(), clock.instant());
                return find(List.of(shopId), id);
            });
        });
    }

    /** @throws io.siyu.platform.problem.ProblemException 404 for a rebuild of none of these shops */
    @Transactional
    public FigureRebuildResponse find(Collection<Long> shopIds, long id) {
        return rebuilds.findInAny(shopIds, id)
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such rebuild."));
    }

    @Transactional
    public Page<FigureRebuildResponse> list(long shopId, PageRequest request) {
        long before = request.cursor(1).map(c -> c.longAt(0)).orElse(Long.MAX_VALUE);
        List<FigureRebuildResponse> rows = rebuilds.listBefore(shopId, before, request.rowsToRead());
        return Page.of(rows, request.limit(), rebuild -> Cursor.of(rebuild.id()));
    }

    /**
     * Does the next step of the shop's rebuild.
     *
     * @return whether there is another one to do
     */
    boolean step(long shopId) {
        return Contention.inTransaction(() -> {
            writeLock.lock(shopId);
            Optional<FigureTable.Rebuild> rebuild = rebuilds.findUnderWay(shopId);
            return rebuild.isPresent() && step(shopId, rebuild.get(), clock.instant());
        });
    }

    private boolean step(long shopId, FigureTable.Rebuild rebuild, Instant now) {
        long id = rebuild.id();
        if (rebuild.doneTo() == 0) {
            figures.forgetRebuilt(shopId, id);
            rebuilds.start(shopId, id, now);
        }
        RebuildPage.Done done = page.work(shopId, rebuild.doneTo(), BUYERS_A_STEP, now);
        rebuilds.advance(shopId, id, done);
        figures.writeRebuilt(shopId, id, done.figures());
        boolean isLast = done.buyers() < BUYERS_A_STEP;
        if (isLast) {
            figures.writeRebuilt(shopId, id, unattributed.anew(shopId));
            rebuilds.finish(shopId, id, figures.replaceByRebuilt(shopId, id), now);
        }
        return !isLast;
    }
}

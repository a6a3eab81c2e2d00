package io.siyu.identity;

import io.siyu.buyer.BuyersChanged;
import io.siyu.buyer.TiersOutdated;
import io.siyu.buyer.merge.BuyerJoining;
import io.siyu.order.owner.BuyerMerges;
import io.siyu.order.write.BuyerSums;
import io.siyu.order.write.ShopWriteLock;
import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.OneTransaction;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Shows merges, makes them by hand and undoes them. */
@ApplicationScoped
public class BuyerMergeService {
    private static final String THING = "buyer-merge";

    private final BuyerMergeRepository repository;
    private final BuyerMerges merges;
    private final BuyerMergeUndo undo;
    private final ShopWriteLock writeLock;
    private final BuyerSums sums;
    private final Event<BuyersChanged> buyersChanged;
    private final Event<TiersOutdated> tiersOutdated;
    private final AuditTrail audit;
    private final Clock clock;

    BuyerMergeService(
            BuyerMergeRepository repository,
            BuyerMerges merges,
            BuyerMergeUndo undo,
            ShopWriteLock writeLock,
            BuyerSums sums,
            Event<BuyersChanged> buyersChanged,
            Event<TiersOutdated> tiersOutdated,
            AuditTrail audit,
            Clock clock) {
        this.audit = audit;
        this.repository = repository;
        this.merges = merges;
        this.undo = undo;
        this.writeLock = writeLock;
        this.sums = sums;
        this.buyersChanged = buyersChanged;
        this.tiersOutdated = tiersOutdated;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional
    public Page<BuyerMergeResponse> list(long shopId, PageRequest page) {
        long before = page.cursor(1).map(c -> c.longAt(0)).orElse(Long.MAX_VALUE);
        List<BuyerMergeResponse> rows = repository.listBefore(shopId, before, page.rowsToRead());
        return Page.of(rows, page.limit(), m -> Cursor.of(m.id()));
    }

    /** @throws io.siyu.platform.problem.ProblemException 404 for a merge of none of these shops */
    @Transactional
    public BuyerMergeResponse find(Collection<Long> shopIds, long id) {
        return repository.findInAny(shopIds, id).orElseThrow(BuyerMergeService::noSuchMerge);
    }

    /**
     * @throws io.siyu.platform.problem.ProblemException 400 for buyers that the shop does not have, 409 for such as are
     *     erased, merged already, or the same
     */
    public BuyerMergeResponse make(Member member, CreateBuyerMergeRequest request) {
        long shopId = member.shopId();
        long kept = request.keptId().value();
        long gone = request.goneId().value();
        BuyerJoining.Ground ground =
                new BuyerJoining.Ground(null, request.reason().strip(), member.staffId());
        BuyerMergeResponse made = Contention.inTransaction(() -> {
            writeLock.lock(shopId);
            requireMergeable(shopId, "keptId", kept);
            requireMergeable(shopId, "goneId", gone);
            if (kept == gone) {
                throw ErrorCode.STATE_CONFLICT.problem("goneId", "SameBuyer", "A buyer is one with itself already.");
            }
            Instant now = clock.instant();
            long id = merges.make(shopId, kept, gone, ground, now);
            sums.recompute(shopId, List.of(kept, gone), now);
            audit.record(Act.on(shopId, THING, id).to(Map.of("keptId", request.keptId(), "goneId", request.goneId())));
            tiersOutdated.fire(new TiersOutdated(shopId));
            return find(List.of(shopId), id);
        });
        OneTransaction.onceCommitted(() -> buyersChanged.fire(new BuyersChanged(shopId)));
        return made;
    }

    /**
     * @throws io.siyu.platform.problem.ProblemException 409 for a merge that was undone already, that a later one rests
     *     on, or whose buyer was erased since
     */
    public BuyerMergeResponse undo(Member member, long id, UndoBuyerMergeRequest request) {
        long shopId = member.shopId();
        BuyerMergeResponse parted = Contention.inTransaction(() -> {
            writeLock.lock(shopId);
            BuyerMergeResponse merge = find(List.of(shopId), id);
            requireUndoable(merge);
            Instant now = clock.instant();
            sums.recompute(
                    shopId, undo.undo(merge, member.staffId(), request.reason().strip(), now), now);
            audit.record(Act.on(shopId, THING, id).from(Map.of("keptId", merge.keptId(), "goneId", merge.goneId())));
            tiersOutdated.fire(new TiersOutdated(shopId));
            return find(List.of(shopId), id);
        });
        buyersChanged.fire(new BuyersChanged(shopId));
        return parted;
    }

    private void requireMergeable(long shopId, String field, long buyerId) {
        BuyerMergeRepository.Candidate buyer = repository
                .findBuyer(shopId, buyerId)
                .orElseThrow(() ->
                        ErrorCode.VALIDATION_FAILED.problem(field, "UnknownBuyer", "The shop has no such buyer."));
        if (buyer.mergedInto() != null) {
            throw ErrorCode.STATE_CONFLICT.problem(
                    field, "Merged", "Was merged into " + Id.of(buyer.mergedInto()) + " already.");
        }
        if (buyer.erasedAt() != null) {
            throw ErrorCode.STATE_CONFLICT.problem(field, "Erased", "Was erased: nobody knows who it was.");
        }
    }

    private void requireUndoable(BuyerMergeResponse merge) {
        long shopId = merge.shopId().value();
        long kept = merge.keptId().value();
        if (merge.undoneAt() != null) {
            throw ErrorCode.STATE_CONFLICT.problem("id", "AlreadyUndone", "This merge was undone already.");
        }
        repository.findLaterOf(shopId, merge.id().value(), kept).ifPresent(later -> {
            throw ErrorCode.STATE_CONFLICT.problem(
                    "id", "LaterMerge", "Undo the later merge " + Id.of(later) + " of this buyer first.");
        });
        if (repository.findBuyer(shopId, kept).orElseThrow().erasedAt() != null) {
            throw ErrorCode.STATE_CONFLICT.problem("id", "Erased", "The buyer was erased since.");
        }
    }

    private static RuntimeException noSuchMerge() {
        return ErrorCode.NOT_FOUND.problem("There is no such merge.");
    }
}

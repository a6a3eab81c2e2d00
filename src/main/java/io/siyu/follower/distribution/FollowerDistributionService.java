package io.siyu.follower.distribution;

import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.OneTransaction;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Shares candidates out over accounts, as many as capacity and daily limits allow, the most valuable ones first. */
@ApplicationScoped
public class FollowerDistributionService {
    /** So many one distribution gives at most. */
    static final int MOST = 5000;

    private final FollowerDistributionRepository distributions;
    private final DistributionPlan plan;
    private final DueDistributions due;
    private final Clock clock;

    FollowerDistributionService(
            FollowerDistributionRepository distributions, DistributionPlan plan, DueDistributions due, Clock clock) {
        this.due = due;
        this.distributions = distributions;
        this.plan = plan;
        this.clock = clock;
    }

    /**
     * Queues a distribution; asked for the same again while it is under way, such as by a second click, it is that one.
     *
     * @param staffId null for the demo
     * @throws io.siyu.platform.problem.ProblemException 400 for an account that is not an active one of the shop, 409 while
     *     another one of the shop is under way
     */
    public FollowerDistributionResponse request(long shopId, Long staffId, DistributeFollowersRequest request) {
        FollowerDistributionResponse queued = Contention.inTransaction(() -> queue(shopId, staffId, request));
        OneTransaction.onceCommitted(() -> due.start(shopId));
        return queued;
    }

    private FollowerDistributionResponse queue(long shopId, Long staffId, DistributeFollowersRequest request) {
        plan.check(shopId, request);
        String asked = plan.write(request);
        long id = Id.nextValue();
        Optional<FollowerDistribution> other = distributions.findActive(shopId);
        if (other.isEmpty() && distributions.queue(shopId, id, asked, staffId, clock.instant())) {
            return find(List.of(shopId), id);
        }
        FollowerDistribution active = other.or(() -> distributions.findActive(shopId))
                .orElseThrow(() -> new OptimisticLockException("The other one is just over"));
        if (!active.request().equals(asked) || active.isCancelled()) {
            throw ErrorCode.STATE_CONFLICT.problem(
                    "distribution", "UnderWay", "Distribution " + active.id() + " of the shop is under way.");
        }
        return answer(active);
    }

    /** @throws io.siyu.platform.problem.ProblemException 404 for a distribution of none of these shops */
    @Transactional
    FollowerDistributionResponse find(Collection<Long> shopIds, long id) {
        return distributions
                .findInAny(shopIds, id)
                .map(this::answer)
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such distribution."));
    }

    @Transactional
    Page<FollowerDistributionResponse> list(long shopId, PageRequest request) {
        long before = request.cursor(1).map(c -> c.longAt(0)).orElse(Long.MAX_VALUE);
        List<FollowerDistribution> rows = distributions.listBefore(shopId, before, request.rowsToRead());
        return Page.of(rows, request.limit(), job -> Cursor.of(job.id())).map(this::answer);
    }

    /**
     * Stops it behind its current batch; who was given by then stays given.
     *
     * @throws io.siyu.platform.problem.ProblemException 409 for one that has come to its end
     */
    @Transactional
    FollowerDistributionResponse cancel(Member member, long id) {
        boolean isStopping = distributions.cancel(member.shopId(), id, member.staffId());
        FollowerDistributionResponse job = find(List.of(member.shopId()), id);
        if (!isStopping && job.status() != DistributionStatus.CANCELLED) {
            throw ErrorCode.STATE_CONFLICT.problem("status", "Over", "It is over already.");
        }
        return job;
    }

    private FollowerDistributionResponse answer(FollowerDistribution job) {
        return FollowerDistributionResponse.from(job, distributions.listShares(job.shopId(), job.id()));
    }
}

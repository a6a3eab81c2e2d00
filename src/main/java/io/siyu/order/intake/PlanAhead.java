package io.siyu.order.intake;

import io.siyu.platform.sql.SqlFailure;
import org.jboss.logging.Logger;

import java.util.function.Function;

/**
 * Plans the batches of an import beside the transaction that writes the batch before, for as long as nobody else writes
 * the shop's orders in between and the plan does not depend on what that transaction changes. All other batches are
 * planned in their own transaction. One thread plans ahead, another one writes.
 */
final class PlanAhead {
    private static final Logger LOG = Logger.getLogger(PlanAhead.class);

    private final OrderPlanner planner;
    private final Pass pass;
    private final Function<ReadBatch, OrderBatch> batches;
    /** Grows when all that was planned becomes void. */
    private int epoch;

    private int lastPlanned;
    private Planned latestInTransaction;

    /** @param plan null if the batch is still to be planned */
    record Planned(ReadBatch read, OrderPlan plan, int epoch) {}

    PlanAhead(OrderPlanner planner, Pass pass, Function<ReadBatch, OrderBatch> batches) {
        this.planner = planner;
        this.pass = pass;
        this.batches = batches;
    }

    synchronized Planned ahead(ReadBatch read) {
        OrderPlan plan = read.number() == lastPlanned + 1 ? tryToPlan(read) : null;
        if (plan != null) {
            lastPlanned = read.number();
        }
        return new Planned(read, plan, epoch);
    }

    private OrderPlan tryToPlan(ReadBatch read) {
        try {
            return planner.planAhead(batches.apply(read)).orElse(null);
        } catch (SqlFailure e) {
            LOG.debugf(e, "Batch %d is planned in its transaction", read.number());
            return null;
        }
    }

    /**
     * The plan that holds in the transaction that has just taken this turn at the shop's lane.
     *
     * @param turn the lane's
     */
    synchronized OrderPlan now(Planned planned, long turn) {
        if (!pass.isNext(turn)) {
            pass.recent().clear();
            epoch++;
        }
        if (isGood(planned)) {
            return planned.plan();
        }
        // A transaction that lost a race is tried again, with the plan that its first attempt has made.
        if (latestInTransaction == null
                || latestInTransaction.read() != planned.read()
                || !isGood(latestInTransaction)) {
            latestInTransaction = new Planned(planned.read(), planner.plan(batches.apply(planned.read())), epoch);
            lastPlanned = planned.read().number();
        }
        return latestInTransaction.plan();
    }

    private boolean isGood(Planned planned) {
        return planned.plan() != null && planned.epoch() == epoch;
    }

    synchronized void committed(long turn) {
        pass.committed(turn);
    }
}

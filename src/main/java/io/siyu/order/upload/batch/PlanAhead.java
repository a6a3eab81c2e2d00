package io.siyu.order.upload.batch;

import io.siyu.order.write.ImportSession;
import io.siyu.order.write.OrderBatch;
import io.siyu.order.write.OrderPlan;
import io.siyu.order.write.OrderPlanner;
import io.siyu.platform.sql.SqlFailure;
import org.jboss.logging.Logger;

import java.util.function.Function;

/**
 * Plans the batches of an import beside the transaction that writes the batch before, for as long as nobody else writes
 * the shop's orders in between and the plan does not depend on what that transaction changes. All other batches are
 * planned in their own transaction. One thread plans ahead, another one writes.
 */
public final class PlanAhead {
    private static final Logger LOG = Logger.getLogger(PlanAhead.class);

    private final OrderPlanner planner;
    private final ImportSession session;
    private final Function<ReadBatch, OrderBatch> batches;
    /** Grows when all that was planned becomes void. */
    private int epoch;

    private int lastPlanned;

    /** @param plan null if the batch is still to be planned */
    public record Planned(ReadBatch read, OrderPlan plan, int epoch) {}

    public PlanAhead(OrderPlanner planner, ImportSession session, Function<ReadBatch, OrderBatch> batches) {
        this.planner = planner;
        this.session = session;
        this.batches = batches;
    }

    public synchronized Planned ahead(ReadBatch read) {
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
     * The plan that was made ahead, if it holds in a transaction that has the shop's write lock; else null.
     *
     * @param fence the write lock's fence
     */
    public synchronized OrderPlan ifGood(Planned planned, long fence) {
        return session.isStill(fence) && planned.epoch() == epoch ? planned.plan() : null;
    }

    /**
     * A plan made in the transaction that is to write it, and has the shop's write lock, once all earlier batches are
     * in the database.
     *
     * @param fence the write lock's fence
     */
    public synchronized OrderPlan now(ReadBatch read, long fence) {
        if (!session.isStill(fence)) {
            session.beginAgain(fence);
            epoch++;
        }
        OrderPlan plan = planner.plan(batches.apply(read));
        lastPlanned = read.number();
        return plan;
    }

    /** The oldest plan that was not in the database now is. */
    public synchronized void committed() {
        session.recent().committed();
    }
}

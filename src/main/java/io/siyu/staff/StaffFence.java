package io.siyu.staff;

import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

/** Has what one person does in a shop happen one after the other, where it is counted. */
@ApplicationScoped
public class StaffFence {
    private final Sql sql;

    StaffFence(Sql sql) {
        this.sql = sql;
    }

    /**
     * Waits until it is the caller's turn, which lasts until the transaction ends. A row is written, not only locked:
     * between the nodes of a cluster only writes meet.
     *
     * @throws io.siyu.platform.problem.ProblemException 403 if the person is let in no more
     */
    public void take(long shopId, long staffId) {
        int taken = sql.update(
                "UPDATE staff SET fence = fence + 1 WHERE shop_id = ? AND id = ? AND status = 'ACTIVE'",
                shopId,
                staffId);
        if (taken == 0) {
            throw ErrorCode.FORBIDDEN.problem("You do not work in this shop any more.");
        }
    }
}

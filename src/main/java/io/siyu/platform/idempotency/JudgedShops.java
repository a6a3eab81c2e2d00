package io.siyu.platform.idempotency;

import java.util.Set;

/** In which shops the caller of the running request was judged; an answer that was kept of them is not for everybody. */
public interface JudgedShops {
    Set<Long> shopIds();

    /**
     * Judges the caller in a shop by the roles of now.
     *
     * @throws io.siyu.platform.problem.ProblemException 404 for no member of it, 403 without a role that the operation asks
     */
    void judge(long shopId);
}

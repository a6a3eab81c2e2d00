package io.siyu.buyer.person;

import io.siyu.buyer.match.ErasedBuyers;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.time.DueWork;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;

/** Forgets by what erased people were known once no order can be on its way any more that was received before. */
@ApplicationScoped
class ErasedBuyersPruning implements DueWork {
    /** Longer than any file is tried or the body of any delivery is kept for another try. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final int ROWS_A_BATCH = 500;
    private static final int AFTER_ALL_ELSE = 1000;

    private final ErasedBuyers erased;

    ErasedBuyersPruning(ErasedBuyers erased) {
        this.erased = erased;
    }

    @Override
    public int runDue(Instant now) {
        return Contention.inTransaction(() -> erased.forgetBefore(now.minus(KEPT), ROWS_A_BATCH));
    }

    @Override
    public int order() {
        return AFTER_ALL_ELSE;
    }
}

package io.siyu.platform.idempotency;

import io.siyu.staff.caller.Caller;
import io.siyu.support.LostConnection;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Alternative;

import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Can take the database connection away from a request whose work is done and whose transaction is not. */
@Alternative
@Priority(1)
@RequestScoped
public class BrokenOff implements JudgedShops {
    enum At {
        BEFORE_THE_ANSWER_IS_KEPT,
        BEFORE_THE_COMMIT
    }

    private static final AtomicReference<At> NEXT = new AtomicReference<>();

    private final Caller caller;
    private final LostConnection connection;

    BrokenOff(Caller caller, LostConnection connection) {
        this.caller = caller;
        this.connection = connection;
    }

    /** The next request with a key. */
    static void next(At at) {
        NEXT.set(at);
    }

    @Override
    public void judge(long shopId) {
        caller.judge(shopId);
    }

    /** Asked for when the work is done. */
    @Override
    public Set<Long> shopIds() {
        At at = NEXT.getAndSet(null);
        if (at != null) {
            breakOff(at);
        }
        return caller.shopIds();
    }

    private void breakOff(At at) {
        if (at == At.BEFORE_THE_ANSWER_IS_KEPT) {
            connection.now();
        } else {
            connection.atTheCommit();
        }
    }
}

package io.siyu.platform.time;

import io.siyu.platform.sql.DatabaseFault;
import org.jboss.logging.Logger;

import java.util.function.ToIntFunction;

/** Does what is due one by one: one that fails is told, tried again at the next tick, and keeps no other waiting. */
public final class EachDue {
    private static final Logger LOG = Logger.getLogger(EachDue.class);

    private EachDue() {}

    /**
     * A database that fails ends it: all others would fail too.
     *
     * @param work how many things it did for one of them
     * @return how many things were done
     */
    public static <T> int sum(Iterable<T> due, ToIntFunction<T> work) {
        int done = 0;
        for (T one : due) {
            try {
                done += work.applyAsInt(one);
            } catch (RuntimeException e) {
                if (DatabaseFault.isIn(e)) {
                    throw e;
                }
                LOG.errorf(e, "What is due of %s failed and will be tried again", one);
            }
        }
        return done;
    }
}

package io.siyu.platform.database;

import java.util.function.Supplier;

/** Says of a request that its statements may take minutes, as those of an export do. */
public final class LongWork {
    private static final ThreadLocal<Boolean> AT_IT = new ThreadLocal<>();

    private LongWork() {}

    /** @param work which must begin its own transaction: a connection that was borrowed before keeps its patience */
    public static <T> T inScope(Supplier<T> work) {
        Boolean before = AT_IT.get();
        AT_IT.set(true);
        try {
            return work.get();
        } finally {
            if (before == null) {
                AT_IT.remove();
            }
        }
    }

    static boolean isUnderWay() {
        return AT_IT.get() != null;
    }
}

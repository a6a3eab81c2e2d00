package io.siyu.platform.problem;

import java.io.IOException;
import java.util.regex.Pattern;

/** Tells a disk that has no room from other troubles with files; Java has no exception of its own for it. */
public final class DiskFull {
    private static final Pattern WORDS =
            Pattern.compile("No space left on device|Disk quota exceeded|not enough space", Pattern.CASE_INSENSITIVE);

    private DiskFull() {}

    public static boolean isIn(Throwable e) {
        for (Throwable cause = e; cause != null && cause.getCause() != cause; cause = cause.getCause()) {
            if (cause instanceof IOException
                    && cause.getMessage() != null
                    && WORDS.matcher(cause.getMessage()).find()) {
                return true;
            }
        }
        return false;
    }
}

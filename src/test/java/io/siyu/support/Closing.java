package io.siyu.support;

/** Ends what tests of the packaged application have started, even where a start of theirs has failed. */
public final class Closing {
    private Closing() {}

    /** @param started in the sequence to close them; null for what has not come up */
    public static void all(AutoCloseable... started) throws Exception {
        for (AutoCloseable each : started) {
            if (each != null) {
                each.close();
            }
        }
    }
}

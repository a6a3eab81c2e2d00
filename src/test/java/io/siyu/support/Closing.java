package io.siyu.support;

/** Ends what tests of the packaged application have started, even where a start of theirs has failed. */
public final class Closing {
    private Closing() {}

    /**
     * What does not close keeps nothing behind it open.
     *
     * @param started in the sequence to close them; null for what has not come up
     */
    public static void all(AutoCloseable... started) throws Exception {
        Exception first = null;
        for (AutoCloseable each : started) {
            try {
                if (each != null) {
                    each.close();
                }
            } catch (Exception e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}

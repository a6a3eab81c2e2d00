package io.siyu.platform.privacy;

/**
 * How many rows of a table are taken at once: half as many after a batch that broke off, as one does on a slow database
 * that is over its time, and twice as many after one that did not. For one thread.
 */
final class BatchSize {
    private static final int LEAST_SHARE = 25;

    private final int most;
    private final int least;
    private int rows;

    BatchSize(int most) {
        this.most = most;
        this.least = Math.max(1, most / LEAST_SHARE);
        this.rows = most;
    }

    int rows() {
        return rows;
    }

    void succeeded() {
        rows = Math.min(most, rows * 2);
    }

    void brokeOff() {
        rows = Math.max(least, rows / 2);
    }
}

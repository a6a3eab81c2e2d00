package io.siyu.order.file;

/** A row that cannot become an order, and what is wrong with which of its cells. */
public final class RejectedRowException extends RuntimeException {
    private final String column;
    private final String value;

    /**
     * @param column null if the row as a whole is wrong
     * @param value the offending cell, null for none; it is made safe to show by {@link Reject}
     */
    public RejectedRowException(String column, String value, String reason) {
        super(reason, null, false, false);
        this.column = column;
        this.value = value;
    }

    public Reject at(long row) {
        return Reject.of(row, column, value, getMessage());
    }
}

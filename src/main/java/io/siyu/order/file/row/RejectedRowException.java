package io.siyu.order.file.row;

import io.siyu.order.Reason;
import io.siyu.platform.language.Language;

/** A row that cannot become an order, and what is wrong with which of its cells. */
public final class RejectedRowException extends RuntimeException {
    private static final long UNKNOWN = -1;

    private final long row;
    private final String column;
    private final String value;
    private final transient Reason reason;

    /**
     * @param column null if the row as a whole is wrong
     * @param value the offending cell, null for none; it is made safe to show by {@link Reject}
     */
    public RejectedRowException(String column, String value, Reason reason) {
        this(UNKNOWN, column, value, reason);
    }

    /** @param row the number of the row that is to blame */
    RejectedRowException(long row, String column, String value, Reason reason) {
        super(reason.in(Language.ENGLISH), null, false, false);
        this.row = row;
        this.column = column;
        this.value = value;
        this.reason = reason;
    }

    public boolean blames(SheetRow candidate) {
        return row == candidate.number();
    }

    /** @param number of the row, where the exception does not know better */
    public Reject at(long number) {
        return Reject.of(row == UNKNOWN ? number : row, column, value, reason);
    }
}

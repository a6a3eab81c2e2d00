package io.siyu.platform.sql;

import java.sql.SQLException;

/** The database refused a statement. Clients never see its words. */
public class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int errorCode;

    SqlFailure(SQLException cause) {
        super(cause);
        errorCode = cause.getErrorCode();
    }

    /** The database's number for it, 0 if it did not come to that. */
    int errorCode() {
        return errorCode;
    }
}

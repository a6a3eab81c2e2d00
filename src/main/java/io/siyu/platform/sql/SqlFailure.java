package io.siyu.platform.sql;

import java.sql.SQLException;

/** The database refused a statement. Clients never see its words. */
public class SqlFailure extends RuntimeException {
    SqlFailure(SQLException cause) {
        super(cause);
    }
}

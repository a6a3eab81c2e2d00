package io.siyu.privacy.erasure;

import io.siyu.platform.sql.DatabaseFault;
import io.siyu.platform.sql.SqlFailure;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;

/** Why a place could not be looked through; what exactly was said may quote what was looked at, and is told to nobody. */
public enum ErasureObstacle {
    /** The database refused a statement, or was not there. */
    DATABASE,
    /** A file cannot be read or written. */
    FILE,
    /** Something does not decrypt with the keys at hand. */
    KEY,
    /** It does not fit into the memory. */
    MEMORY,
    UNEXPECTED;

    static ErasureObstacle of(Throwable failure) {
        if (DatabaseFault.isIn(failure)) {
            return DATABASE;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof VirtualMachineError) {
                return MEMORY;
            }
            if (cause instanceof SqlFailure || cause instanceof SQLException) {
                return DATABASE;
            }
            if (cause instanceof IOException) {
                return FILE;
            }
            if (cause instanceof GeneralSecurityException) {
                return KEY;
            }
        }
        return UNEXPECTED;
    }
}

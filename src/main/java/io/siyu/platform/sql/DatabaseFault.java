package io.siyu.platform.sql;

import com.mysql.cj.exceptions.CJCommunicationsException;
import com.mysql.cj.exceptions.CJException;
import com.mysql.cj.exceptions.ConnectionIsClosedException;

import javax.net.ssl.SSLException;
import javax.transaction.xa.XAException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;

import java.io.EOFException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What can be wrong with the database, as opposed to what we ask of it: the one place that tells a fault that passes by
 * itself from a mistake of ours, whoever reports it: the database, its driver, the pool or the transaction manager.
 */
public enum DatabaseFault {
    /** Its disk, or a table, is full. */
    FULL,
    /** It cannot be reached, or is not able to work: starting, ending, read-only, without its cluster. */
    UNAVAILABLE,
    /** Somebody else was faster, again and again: deadlocks and lock waits. */
    BUSY;

    private static final Set<Integer> BUSY_CODES = Set.of(1020, 1205, 1213);

    /** "Disk full" and "The table is full". */
    private static final Set<Integer> FULL_CODES = Set.of(1021, 1114);

    /** Errors of files and engines, which name the operating system's number: no space left, quota exceeded. */
    private static final Pattern NO_SPACE = Pattern.compile("errno:? ?(28|122)\\b|error (28|122) from|No space left");

    /**
     * No or too many connections (1040, 1203, 1226), refused or unknown to it (1042, 1043, 1044, 1045, 1129, 1130), shutting
     * down (1053), outside of its cluster (1047), broken while committing (1180, 1181), killed (1317, 1927, 3169), network
     * (1152 to 1161, 1184, 2000 to 2013, 4031), read-only (1792, 1836), a group that refuses (3100, 3101).
     */
    private static final Set<Integer> UNAVAILABLE_CODES = Set.of(
            1040, 1042, 1043, 1044, 1045, 1047, 1053, 1129, 1130, 1152, 1158, 1159, 1160, 1161, 1180, 1181, 1184, 1203,
            1226, 1317, 1792, 1836, 1927, 2002, 2003, 2006, 2012, 2013, 2055, 3100, 3101, 3169, 4031);

    /** Said with an option's name, which may be another one as well. */
    private static final int REFUSED_BY_OPTION = 1290;

    /** What pool and driver say without a number. */
    private static final Pattern WORDS = Pattern.compile(
            "(connection|statement|result ?set) (is |was )?(already )?closed"
                    + "|after (connection|statement|result ?set) closed|acquisition timeout|while acquiring|creating new connection"
                    + "|pool is (closed|shutting down)|has (been )?rolled back|unable to enlist|communications link"
                    + "|in association of connection",
            Pattern.CASE_INSENSITIVE);

    /** "Connection exception". */
    private static final String CONNECTION_STATE = "08";

    /** What the exception, or whatever it was caused by, says of the database; empty for mistakes of ours. */
    public static Optional<DatabaseFault> in(Throwable e) {
        Set<Throwable> told = toldBy(e);
        Set<DatabaseFault> found = EnumSet.noneOf(DatabaseFault.class);
        told.forEach(one -> of(one).ifPresent(found::add));
        if (!found.isEmpty()) {
            return found.stream().findFirst();
        }
        // While rows are streamed the driver says nothing of a broken connection but its cause.
        boolean isCutOff = told.stream().anyMatch(one -> one instanceof SQLException || one instanceof CJException)
                && told.stream().anyMatch(DatabaseFault::isOfNetwork);
        return isCutOff || told.stream().anyMatch(DatabaseFault::isFailedCommit)
                ? Optional.of(UNAVAILABLE)
                : Optional.empty();
    }

    /** The exception, and whatever it was caused by. */
    static Set<Throwable> toldBy(Throwable e) {
        Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(e);
        while (!open.isEmpty()) {
            Throwable one = open.remove();
            if (!told.add(one)) {
                continue;
            }
            if (one.getCause() != null) {
                open.add(one.getCause());
            }
            if (one instanceof SQLException sql && sql.getNextException() != null) {
                open.add(sql.getNextException());
            }
            if (isOfTransaction(one)) {
                Collections.addAll(open, one.getSuppressed());
            }
        }
        return told;
    }

    public static boolean isIn(Throwable e) {
        return in(e).isPresent();
    }

    /** One line for the log: what the innermost cause says that says anything. */
    public static String words(Throwable e) {
        Throwable told = e;
        for (Throwable cause = e; cause != null && cause.getCause() != cause; cause = cause.getCause()) {
            if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
                told = cause;
            }
        }
        String message = String.valueOf(told.getMessage());
        return told.getClass().getSimpleName() + ": "
                + message.lines().findFirst().orElse("");
    }

    private static Optional<DatabaseFault> of(Throwable e) {
        if (e instanceof CJCommunicationsException || e instanceof ConnectionIsClosedException) {
            return Optional.of(UNAVAILABLE);
        }
        return e instanceof SQLException sql ? of(sql) : Optional.empty();
    }

    private static Optional<DatabaseFault> of(SQLException e) {
        String message = String.valueOf(e.getMessage());
        int code = e.getErrorCode();
        if (FULL_CODES.contains(code) || NO_SPACE.matcher(message).find()) {
            return Optional.of(FULL);
        }
        if (BUSY_CODES.contains(code)) {
            return Optional.of(BUSY);
        }
        boolean isUnavailable = UNAVAILABLE_CODES.contains(code)
                || code == REFUSED_BY_OPTION && message.contains("read-only")
                || e.getSQLState() != null && e.getSQLState().startsWith(CONNECTION_STATE)
                || e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLRecoverableException
                || e instanceof SQLTimeoutException
                || code == 0 && WORDS.matcher(message).find();
        return isUnavailable ? Optional.of(UNAVAILABLE) : Optional.empty();
    }

    private static boolean isOfNetwork(Throwable e) {
        return e instanceof SocketException
                || e instanceof SocketTimeoutException
                || e instanceof EOFException
                || e instanceof SSLException;
    }

    /** Nobody knows whether it was committed; that it never is what was asked for, constraints were checked before. */
    private static boolean isFailedCommit(Throwable e) {
        return e instanceof XAException
                || e instanceof HeuristicMixedException
                || e instanceof HeuristicRollbackException;
    }

    /** The transaction manager hangs what its resources said on its own exception. */
    private static boolean isOfTransaction(Throwable e) {
        return e instanceof RollbackException || e instanceof SystemException || isFailedCommit(e);
    }
}

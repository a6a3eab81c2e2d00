package io.siyu.platform.database;

import io.quarkus.logging.LoggingFilter;
import io.siyu.platform.problem.ProblemException;
import io.siyu.platform.sql.DatabaseFault;
import org.jboss.logmanager.ExtLogRecord;

import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/**
 * Leaves one line of every report that is about a fault of the database, whoever makes it: while it is away, pool, scheduler
 * and transaction manager would each add a stack a second, in which nothing else could be found.
 */
@LoggingFilter(name = "database-faults")
public final class FaultLines implements Filter {
    /**
     * Reports with its stack what a request was refused with before it came to permissions, such as that the login server is
     * away: that was answered, and told in a line by whoever found it.
     */
    private static final String AUTHORIZER = "io.quarkus.vertx.http.runtime.security.AbstractHttpAuthorizer";

    private static final Pattern LINE_END = Pattern.compile("\\s*\\R\\s*");

    @Override
    public boolean isLoggable(LogRecord log) {
        Throwable thrown = log.getThrown();
        if (thrown instanceof ProblemException && AUTHORIZER.equals(log.getLoggerName())) {
            return false;
        }
        if (thrown != null && log instanceof ExtLogRecord report && DatabaseFault.isIn(thrown)) {
            report.setMessage(line(report, thrown), ExtLogRecord.FormatStyle.NO_FORMAT);
            report.setThrown(null);
        }
        return true;
    }

    /** What the log manager offers instead formats with a formatter of each handler, which a filter has not. */
    @SuppressWarnings("deprecation")
    private static String line(ExtLogRecord report, Throwable thrown) {
        String message =
                LINE_END.matcher(String.valueOf(report.getFormattedMessage())).replaceAll(" ");
        return message + ": " + DatabaseFault.words(thrown);
    }
}

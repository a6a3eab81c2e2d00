package io.siyu.platform.database;

import io.quarkus.logging.LoggingFilter;
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
    private static final Pattern LINE_END = Pattern.compile("\\s*\\R\\s*");

    @Override
    public boolean isLoggable(LogRecord log) {
        Throwable thrown = log.getThrown();
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

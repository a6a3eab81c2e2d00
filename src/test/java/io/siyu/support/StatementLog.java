package io.siyu.support;

import io.siyu.platform.sql.Sql;

import java.util.List;
import java.util.regex.Pattern;

/** What the database is asked, by its own log. */
public final class StatementLog {
    private final Sql sql;

    public StatementLog(Sql sql) {
        this.sql = sql;
    }

    /** The statements that name the id while the work is done, in their order. */
    public List<String> naming(String id, Runnable work) {
        sql.update("SET GLOBAL log_output = 'TABLE'");
        sql.update("TRUNCATE TABLE mysql.general_log");
        sql.update("SET GLOBAL general_log = ON");
        try {
            work.run();
        } finally {
            sql.update("SET GLOBAL general_log = OFF");
        }
        return sql.list(
                "SELECT argument FROM mysql.general_log WHERE command_type = 'Query' AND argument LIKE ?"
                        + " ORDER BY event_time",
                row -> row.textAt("argument"),
                "%" + id + "%");
    }

    /** Those of the statements that read rows of the table itself. */
    public static List<String> reads(String table, List<String> statements) {
        Pattern read = Pattern.compile("(?is)^\\s*select [^()]*?\\sfrom " + table + "\\b.*");
        return statements.stream()
                .filter(statement -> read.matcher(statement).matches())
                .toList();
    }
}

package io.siyu.platform.database;

import com.mysql.cj.exceptions.MysqlErrorNumbers;
import io.siyu.platform.sql.DatabaseFault;
import io.siyu.platform.start.RefusedStart;

import javax.sql.DataSource;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.logging.Logger;

/**
 * What Flyway connects by. Changing a large table takes its time, while the connection that holds Flyway's lock says
 * nothing, for which the pool's settings would be too short. A database that is too old is refused at the first one.
 */
final class MigrationConnections implements DataSource {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration FOR_EVER = Duration.ZERO;

    /** Access denied to the server, to the database, and a database that is not there. */
    private static final Set<Integer> NOT_LET_IN = Set.of(
            MysqlErrorNumbers.ER_ACCESS_DENIED_ERROR,
            MysqlErrorNumbers.ER_DBACCESS_DENIED_ERROR,
            MysqlErrorNumbers.ER_BAD_DB_ERROR);

    /** Seconds. A machine that is gone must not hold Flyway's lock for hours. */
    private static final String SESSION = "wait_timeout=600";

    private final DatabaseEntry entry;
    private boolean isKnown;

    MigrationConnections(DatabaseEntry entry) {
        this.entry = entry;
    }

    @Override
    public synchronized Connection getConnection() throws SQLException {
        Connection connection = connect();
        if (!isKnown) {
            DatabaseVersion version = versionOf(connection);
            if (!version.isSupported()) {
                connection.close();
                throw new RefusedStart(version.refusal());
            }
            isKnown = true;
        }
        return connection;
    }

    /** One that is away is waited for; one that lets nobody in by this name will not tomorrow either. */
    private Connection connect() throws SQLException {
        try {
            return entry.connect(CONNECT, FOR_EVER, SESSION);
        } catch (SQLException e) {
            if (NOT_LET_IN.contains(e.getErrorCode())) {
                throw new RefusedStart("The database lets nobody in by SIYU_DB_URL, SIYU_DB_USER and SIYU_DB_PASSWORD: "
                        + DatabaseFault.words(e));
            }
            throw e;
        }
    }

    private static DatabaseVersion versionOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("SELECT VERSION()")) {
            version.next();
            return DatabaseVersion.of(version.getString(1));
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // Nothing is written.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // It has its own.
    }

    @Override
    public int getLoginTimeout() {
        return (int) CONNECT.toSeconds();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}

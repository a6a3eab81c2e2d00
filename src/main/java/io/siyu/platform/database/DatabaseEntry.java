package io.siyu.platform.database;

import com.mysql.cj.jdbc.Driver;
import org.eclipse.microprofile.config.Config;

import jakarta.inject.Singleton;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/**
 * Connections that the pool knows nothing of: for asking whether the database is there, and for migrating it. They have the
 * pool's address, login and properties, as configured in one place.
 */
@Singleton
public class DatabaseEntry {
    private static final String DATASOURCE = "quarkus.datasource.";
    private static final String PROPERTIES = DATASOURCE + "jdbc.additional-jdbc-properties.";

    private final Config config;

    public DatabaseEntry(Config config) {
        this.config = config;
    }

    /**
     * @param connect how long to wait for a connection
     * @param answer how long to wait for an answer, 0 for ever
     * @param sessionVariables as in SET SESSION
     */
    Connection connect(Duration connect, Duration answer, String sessionVariables) throws SQLException {
        Properties properties = new Properties();
        for (String name : config.getPropertyNames()) {
            if (name.startsWith(PROPERTIES)) {
                config.getOptionalValue(name, String.class)
                        .ifPresent(value -> properties.setProperty(plain(name), value));
            }
        }
        set(properties, "user", "username");
        set(properties, "password", "password");
        properties.setProperty("connectTimeout", String.valueOf(connect.toMillis()));
        properties.setProperty("socketTimeout", String.valueOf(answer.toMillis()));
        properties.setProperty("sessionVariables", sessionVariables);
        String url = config.getValue(DATASOURCE + "jdbc.url", String.class);
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("The database's address must begin with jdbc:mysql:");
        }
        return connection;
    }

    private static String plain(String name) {
        return name.substring(PROPERTIES.length()).replace("\"", "");
    }

    private void set(Properties properties, String property, String setting) {
        config.getOptionalValue(DATASOURCE + setting, String.class)
                .ifPresent(value -> properties.setProperty(property, value));
    }
}

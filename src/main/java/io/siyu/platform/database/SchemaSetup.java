package io.siyu.platform.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import org.flywaydb.core.api.configuration.FluentConfiguration;

import jakarta.enterprise.context.ApplicationScoped;

/** How a start migrates the database. */
@ApplicationScoped
public class SchemaSetup implements FlywayConfigurationCustomizer {
    private final DatabaseEntry entry;

    SchemaSetup(DatabaseEntry entry) {
        this.entry = entry;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        MigrationConnections connections = new MigrationConnections(entry);
        configuration.dataSource(connections).callbacks(new FailedMigrations(), new SchemaLease(connections));
    }
}

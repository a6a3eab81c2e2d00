package io.siyu.platform.sql;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import org.flywaydb.core.api.configuration.FluentConfiguration;

import jakarta.enterprise.context.ApplicationScoped;

/** What a start does with the database before it migrates. */
@ApplicationScoped
public class SchemaSetup implements FlywayConfigurationCustomizer {
    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.callbacks(new FailedMigrations());
    }
}

package io.siyu.platform.database;

import io.quarkus.runtime.StartupEvent;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/**
 * One replica at a time puts the timed work into Quartz's tables: the framework looks whether it is there and then stores it,
 * and of two that start at once on an empty schema the slower one would end.
 */
@ApplicationScoped
class StartLease {
    private static final int BEFORE_QUARTZ = Interceptor.Priority.PLATFORM_BEFORE - 1;
    private static final int BEHIND_QUARTZ = Interceptor.Priority.PLATFORM_BEFORE + 1;

    private final SchemaLease lease;

    StartLease(DatabaseEntry entry) {
        lease = new SchemaLease(new MigrationConnections(entry));
    }

    void take(@Observes @Priority(BEFORE_QUARTZ) StartupEvent started) {
        lease.take();
    }

    void giveBack(@Observes @Priority(BEHIND_QUARTZ) StartupEvent started) {
        lease.release();
    }
}

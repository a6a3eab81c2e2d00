package io.siyu.platform.database;

import io.quarkus.runtime.StartupEvent;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/**
 * One replica at a time starts Quartz on its tables: in an empty schema the first start writes the rows that all of them lock
 * by. What ticks is stored after that, by whichever replica comes first.
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

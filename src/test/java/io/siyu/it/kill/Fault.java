package io.siyu.it.kill;

/** What happens to a service in the middle of its work. */
enum Fault {
    REPLICA_KILLED(true),
    REPLICA_TOLD_TO_END(true),
    DATABASE_KILLED(false),
    DATABASE_SILENT(false);

    private final boolean ofReplica;

    Fault(boolean ofReplica) {
        this.ofReplica = ofReplica;
    }

    /** So that the work must be at that replica when it strikes. */
    boolean isOfReplica() {
        return ofReplica;
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}

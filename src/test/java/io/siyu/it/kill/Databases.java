package io.siyu.it.kill;

import java.sql.Connection;
import java.util.List;

/** What replicas keep their rows in. */
interface Databases extends AutoCloseable {
    /** An address for each replica. */
    List<String> urls();

    /** Beside the service, and not through any network that fails. Sees whatever was committed. */
    Connection connect();

    /** Where locks keep the replicas waiting: the nodes of a cluster do not tell each other of them. */
    List<Connection> connectToEach();

    @Override
    void close();
}

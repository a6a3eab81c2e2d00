package io.siyu.platform.time;

import java.time.Instant;
import java.util.Optional;

/** Due work of which it is watched how late it is. */
public interface TimedWork extends DueWork {
    /** Since when the earliest of what is due waits to be done, by a query that an index answers. */
    Optional<Instant> dueSince(Instant now);
}

package io.siyu.platform.metric;

import java.time.Instant;

/** Figures of what is stored, read in the background from time to time and not when somebody looks at them. */
public interface Measurement {
    /** Reads them with a query or two that an index answers, of all shops at once, and sets their gauges. */
    void measure(Instant now, Gauges gauges);
}

package io.siyu.follower.contact;

import java.time.Instant;

/**
 * A limit that one more contact goes over.
 *
 * @param allowed as it holds on the day: a number, or for MOMENT_GAP minutes; 0 for what is not allowed at all
 * @param counted what there is with the one more; for MOMENT_GAP the minutes between them
 * @param latest the contact by which it was reached, null where none was
 * @param since from when on it is reached, null if nobody knows
 * @param until when one more is allowed again; null for never
 */
public record ReachedLimit(
        ContactRule rule, int allowed, int counted, PastContact latest, Instant since, Instant until) {}

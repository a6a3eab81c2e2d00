package io.siyu.retrospective.sales;

import java.time.Instant;

/** A contact of a campaign, as what was bought after it is put down to it. */
public record Touch(Instant at, Long postId, ScriptVersion script, Long accountId, long staffId) {
    /** Which words it had; both null where that is not known. */
    public record ScriptVersion(Long scriptId, Integer version) {}
}

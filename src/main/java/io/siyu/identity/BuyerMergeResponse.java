package io.siyu.identity;

import io.siyu.buyer.match.IdentityKind;
import io.siyu.platform.ids.Id;

import java.time.Instant;
import java.util.List;

/**
 * Two buyers that were made one.
 *
 * @param provedBy the kinds of keys on one order that led to both; empty for a merge by hand
 * @param reason what was said by hand
 * @param orders how many orders moved
 * @param madeBy null where orders proved it
 * @param undoneAt null while the merge holds
 */
public record BuyerMergeResponse(
        Id id,
        Id shopId,
        Id keptId,
        Id goneId,
        List<IdentityKind> provedBy,
        String reason,
        int orders,
        Instant madeAt,
        Id madeBy,
        Instant undoneAt,
        Id undoneBy,
        String undoneReason) {}

package io.siyu.staff;

/**
 * An account is no longer used. Heard in the transaction in which it happens.
 *
 * @param successorAccountId who gets its followers and what is undone for them; null for nobody
 * @param reason null if none was given
 */
public record AccountRetired(long shopId, long accountId, Long successorAccountId, String reason) {}

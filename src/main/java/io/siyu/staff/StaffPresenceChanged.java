package io.siyu.staff;

/**
 * Who has somebody's work may be another one from now on: the person came in, is back, or another backup stands in. Heard
 * in the transaction in which it happens.
 */
public record StaffPresenceChanged(long shopId, long staffId) {}

package io.siyu.staff;

/**
 * Somebody is given no more work in a shop: was deactivated or removed, or kept no role that has any and that
 * the login gives too. Heard in the transaction in which it happens.
 */
public record StaffStoppedWorking(long shopId, long staffId) {}

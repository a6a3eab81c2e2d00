package io.siyu.staff;

/**
 * Somebody is given no more work in a shop: was deactivated or removed, or kept no role that has any. Heard in the
 * transaction in which it happens.
 */
public record StaffStoppedWorking(long shopId, long staffId) {}

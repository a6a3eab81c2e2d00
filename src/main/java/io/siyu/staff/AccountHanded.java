package io.siyu.staff;

/**
 * An account has another owner or backup. Heard in the transaction in which it happens.
 *
 * @param fromStaffId whose it was; the owner's, if only the backup is another one
 */
public record AccountHanded(long shopId, long accountId, long fromStaffId) {}

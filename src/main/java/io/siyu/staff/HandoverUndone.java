package io.siyu.staff;

/**
 * An account is its former owner's again, as if it had not been handed over. Heard in the transaction in which it happens.
 *
 * @param ownerStaffId whose it is again
 * @param tookOverStaffId who had it meanwhile
 */
public record HandoverUndone(long shopId, long accountId, long ownerStaffId, long tookOverStaffId) {}

package io.siyu.staff;

import java.util.List;

/**
 * Somebody who had left is back as if nothing had been: accounts are the returner's again. Heard in the transaction in
 * which it happens.
 *
 * @param tookOverStaffId who had the work meanwhile
 * @param accountIds that are the returner's again
 */
public record DepartureUndone(long shopId, long staffId, long tookOverStaffId, List<Long> accountIds) {}

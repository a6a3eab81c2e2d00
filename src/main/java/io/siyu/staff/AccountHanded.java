package io.siyu.staff;

import java.util.List;

/** Accounts have another owner or backup. Heard in the transaction in which it happens. */
public record AccountHanded(long shopId, List<Long> accountIds, long fromStaffId) {}

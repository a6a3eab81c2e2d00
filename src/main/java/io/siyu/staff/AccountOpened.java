package io.siyu.staff;

/** Buyers can be on an account from now on: it is new, or in use again. Heard in the transaction in which it happens. */
public record AccountOpened(long shopId, long accountId) {}

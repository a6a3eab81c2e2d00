package io.siyu.buyer;

/**
 * Fired in the transaction that changed a shop's buyers outside of an import: their tiers are due from now on, whatever
 * becomes of the process that is about to work them out.
 */
public record TiersOutdated(long shopId) {}

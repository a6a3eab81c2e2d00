package io.siyu.staff;

/**
 * An account has another owner, and its followers are to hear of it. Heard in the transaction in which it happens.
 *
 * @param fromStaffId whose it was
 * @param farewellScriptId what its followers are told goodbye with; null for no farewell
 * @param helloScriptId what whoever takes over begins with; null for none
 */
public record AccountHandedOver(
        long shopId, long accountId, long fromStaffId, Long farewellScriptId, Long helloScriptId) {}

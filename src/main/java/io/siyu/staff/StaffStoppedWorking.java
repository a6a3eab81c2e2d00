package io.siyu.staff;

import java.util.List;

/**
 * Somebody is given no more work in a shop: was deactivated or removed, left, or kept no role that has any and that
 * the login gives too. Heard in the transaction in which it happens.
 *
 * @param takeover null for whoever was put out without saying who takes over
 */
public record StaffStoppedWorking(long shopId, long staffId, Takeover takeover) {
    /**
     * Who has the work of somebody who left from now on.
     *
     * @param accountIds that were the leaver's, and are this person's already
     * @param farewellScriptId what their followers are told goodbye with; null for no farewell
     * @param helloScriptId what whoever takes over begins with; null for none
     */
    public record Takeover(long staffId, List<Long> accountIds, Long farewellScriptId, Long helloScriptId) {}
}

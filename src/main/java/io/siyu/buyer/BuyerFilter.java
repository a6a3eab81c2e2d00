package io.siyu.buyer;

import io.siyu.platform.sql.SqlFragment;

/**
 * Which buyers a list shows.
 *
 * @param tier null for all
 * @param query the beginning of a platform id, or a whole phone number or e-mail address; null for all
 * @param ownerStaffId only followers of this person's accounts, null for all buyers
 * @param condition what else holds for the buyer {@code b}
 */
record BuyerFilter(long shopId, Tier tier, String query, Long ownerStaffId, SqlFragment condition) {}

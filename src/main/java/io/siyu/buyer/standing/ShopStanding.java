package io.siyu.buyer.standing;

import java.util.Optional;

/**
 * What a shop's buyers are measured by, as of the last time that its tiers were worked out.
 *
 * @param scale empty as long as nobody has purchased, and then nobody has scores
 * @param cycle empty until the shop's tiers were first worked out: nobody is due until then
 */
public record ShopStanding(Optional<RfmScale> scale, Optional<KeptCycle> cycle) {}

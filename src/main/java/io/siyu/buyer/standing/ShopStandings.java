package io.siyu.buyer.standing;

/** Told by who works out tiers. */
public interface ShopStandings {
    ShopStanding find(long shopId);
}

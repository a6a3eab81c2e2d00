package io.siyu.buyer;

/** How a buyer stands to the shop, by the shop's tier policy. */
public enum Tier {
    VIP,
    LOYAL,
    ACTIVE,
    NEW,
    AT_RISK,
    LOST,
    LEAD
}

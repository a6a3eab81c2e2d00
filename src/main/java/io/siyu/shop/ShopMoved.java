package io.siyu.shop;

import java.time.ZoneId;

/** A shop lives by the clock of another zone from now on; heard in the transaction of the change. */
public record ShopMoved(Shop shop, ZoneId from) {}

package io.siyu.shop;

import io.siyu.platform.security.Login;

/** A shop was created, by whom. */
public record ShopFounded(Shop shop, Login founder) {}

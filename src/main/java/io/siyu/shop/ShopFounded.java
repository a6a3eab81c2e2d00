package io.siyu.shop;

/** A shop was created, by whom. */
public record ShopFounded(Shop shop, String founder) {}

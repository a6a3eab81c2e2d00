package io.siyu.shop;

import io.siyu.platform.ids.Id;

import java.time.Instant;
import java.util.List;
import java.util.Map;

public record ShopResponse(
        Id id,
        String name,
        Platform platform,
        String timeZone,
        String currency,
        String minimumOrderAmount,
        List<Integer> cadenceLadder,
        Map<String, Object> settings,
        Instant createdAt,
        int version) {
    public static ShopResponse from(Shop shop) {
        return new ShopResponse(
                Id.of(shop.id()),
                shop.name(),
                shop.platform(),
                shop.zone().getId(),
                shop.currency(),
                shop.minimumOrderAmount().setScale(2).toPlainString(),
                shop.cadenceLadder(),
                shop.settings(),
                shop.createdAt(),
                shop.version());
    }
}

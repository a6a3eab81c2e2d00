package io.siyu.shop;

import io.siyu.platform.text.Visible;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What changes in a shop; what is left out stays. */
public record UpdateShopRequest(
        @Size(min = 1, max = 120) @Visible String name,

        Platform platform,
        String timeZone,
        String currency,

        @DecimalMin("0") @DecimalMax("999999999999") @Digits(integer = 12, fraction = 2)
        BigDecimal minimumOrderAmount,

        @Size(min = 1, max = 20) List<Integer> cadenceLadder,
        @Size(max = 100) Map<String, Object> settings) {
    static UpdateShopRequest of(CreateShopRequest r) {
        return new UpdateShopRequest(
                null, null, r.timeZone(), r.currency(), r.minimumOrderAmount(), r.cadenceLadder(), r.settings());
    }
}

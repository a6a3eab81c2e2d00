package io.siyu.shop;

import io.siyu.platform.text.Visible;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A new shop; what is left out takes the default. */
public record CreateShopRequest(
        @NotNull @Visible @Size(max = 120) String name,
        Platform platform,
        String timeZone,
        String currency,

        @DecimalMin("0") @DecimalMax("999999999999") @Digits(integer = 12, fraction = 2)
        BigDecimal minimumOrderAmount,

        @Size(min = 1, max = 20) List<Integer> cadenceLadder,
        @Size(max = 100) Map<String, Object> settings) {}

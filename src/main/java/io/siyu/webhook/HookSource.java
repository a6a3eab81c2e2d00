package io.siyu.webhook;

import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Arrays;
import java.util.Locale;

/** Who sends webhooks; written in small letters everywhere. */
public enum HookSource {
    SHOPIFY,
    WOOCOMMERCE;

    /** @throws IllegalArgumentException for a platform that sends none */
    public static HookSource fromString(String text) {
        return Arrays.stream(values())
                .filter(source -> source.code().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no platform that sends webhooks"));
    }

    /** Whether orders have the platform's ids for numbers, unless a shop has them numbered otherwise. */
    public boolean numbersById() {
        return this == WOOCOMMERCE;
    }

    /** As in addresses, in the database, and as the source of an order. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.siyu.webhook.receipt;

import io.siyu.webhook.HookSource;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** WooCommerce tries an address out before it keeps it, unsigned; there is nothing in it to take. */
final class Ping {
    /** Bytes, more than any has. */
    static final int LONGEST = 40;

    private static final Pattern BODY = Pattern.compile("webhook_id=\\d{1,20}");

    private Ping() {}

    /** As far as the head tells. */
    static boolean mayBe(HookSource source, HttpHeaders http) {
        String type = Objects.toString(http.getHeaderString(HttpHeaders.CONTENT_TYPE), "");
        String length = Objects.toString(http.getHeaderString(HttpHeaders.CONTENT_LENGTH), "");
        return source == HookSource.WOOCOMMERCE
                && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED)
                && length.matches("\\d{1,2}")
                && Integer.parseInt(length) <= LONGEST;
    }

    static boolean is(byte[] body) {
        return BODY.matcher(new String(body, StandardCharsets.US_ASCII)).matches();
    }
}

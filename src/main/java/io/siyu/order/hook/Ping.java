package io.siyu.order.hook;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** WooCommerce tries an address out before it keeps it, unsigned; there is nothing in it to take. */
final class Ping {
    /** Bytes, more than any has. */
    static final int LONGEST = 40;

    private static final Pattern BODY = Pattern.compile("webhook_id=\\d{1,20}");

    private Ping() {}

    /** As far as the head tells. */
    static boolean mayBe(HookSource source, HttpHeaders http) {
        return source == HookSource.WOOCOMMERCE
                && MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(http.getMediaType())
                && http.getLength() >= 0
                && http.getLength() <= LONGEST;
    }

    static boolean is(byte[] body) {
        return BODY.matcher(new String(body, StandardCharsets.US_ASCII)).matches();
    }
}

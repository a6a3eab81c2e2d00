package io.siyu.webhook;

import jakarta.ws.rs.core.HttpHeaders;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;

/**
 * What a delivery's headers say. None of them is signed, so nothing but routing hangs on them.
 *
 * @param signature null where the delivery is not signed
 * @param topic empty where none is given
 * @param deliveryId null where none is given
 * @param triggeredAt when it happened, null where that is not said
 */
public record HookHeaders(
        HookSource source, String signature, String topic, String deliveryId, boolean isTest, Instant triggeredAt) {
    private static final int LONGEST_TOPIC = 60;

    public static HookHeaders of(HookSource source, HttpHeaders headers) {
        return switch (source) {
            case SHOPIFY ->
                new HookHeaders(
                        source,
                        headers.getHeaderString("X-Shopify-Hmac-SHA256"),
                        topic(headers.getHeaderString("X-Shopify-Topic")),
                        headers.getHeaderString("X-Shopify-Webhook-Id"),
                        "true".equalsIgnoreCase(headers.getHeaderString("X-Shopify-Test")),
                        time(headers.getHeaderString("X-Shopify-Triggered-At")));
            case WOOCOMMERCE ->
                new HookHeaders(
                        source,
                        headers.getHeaderString("X-WC-Webhook-Signature"),
                        topic(headers.getHeaderString("X-WC-Webhook-Topic")),
                        wooDeliveryId(headers),
                        false,
                        null);
        };
    }

    /**
     * 32 bytes that are the same for a replay. WooCommerce makes its delivery id of the webhook and the second, so that
     * all that one webhook sends within a second has the same: there the body has to be the same as well.
     */
    byte[] deliveryKey(byte[] body) {
        MessageDigest digest = sha256();
        if (deliveryId != null) {
            digest.update(deliveryId.getBytes(StandardCharsets.UTF_8));
        }
        if (deliveryId == null || source == HookSource.WOOCOMMERCE) {
            digest.update((byte) 0);
            digest.update(topic.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(body);
        }
        return digest.digest();
    }

    private static String wooDeliveryId(HttpHeaders headers) {
        String id = headers.getHeaderString("X-WC-Webhook-Delivery-ID");
        return id == null ? null : Objects.toString(headers.getHeaderString("X-WC-Webhook-ID"), "") + '/' + id;
    }

    private static String topic(String header) {
        String topic = header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
        return topic.length() <= LONGEST_TOPIC ? topic : topic.substring(0, LONGEST_TOPIC);
    }

    private static Instant time(String header) {
        try {
            return header == null ? null : OffsetDateTime.parse(header.strip()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}

package io.siyu.support;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** A platform that sends webhooks to a shop. */
public record Hooks(String source, String shop, String secret) {
    /** One that is long enough. */
    public static final String SECRET = "hush hush hush hush";

    /** Also sets the secret. */
    public static Hooks shopify(String shop, String secret) {
        return new Hooks("shopify", shop, secret).agreed();
    }

    /** Also sets the secret. */
    public static Hooks wooCommerce(String shop, String secret) {
        return new Hooks("woocommerce", shop, secret).agreed();
    }

    private Hooks agreed() {
        As.admin()
                .contentType(ContentType.JSON)
                .body(Map.of("secret", secret))
                .put("/shops/{shop}/hooks/{source}", shop, source)
                .then()
                .statusCode(200);
        return this;
    }

    public Response send(String topic, byte[] body) {
        return send(topic, body, UUID.randomUUID().toString());
    }

    public Response send(String topic, byte[] body, String deliveryId) {
        return post(headers(topic, deliveryId).header(signatureHeader(), sign(secret, body)), body);
    }

    /** What else a platform sends with it. */
    public RequestSpecification headers(String topic, String deliveryId) {
        RequestSpecification request = As.nobody().header("User-Agent", "platform");
        return source.equals("shopify")
                ? request.header("X-Shopify-Topic", topic).header("X-Shopify-Webhook-Id", deliveryId)
                : request.header("X-WC-Webhook-Topic", topic)
                        .header("X-WC-Webhook-ID", "3")
                        .header("X-WC-Webhook-Delivery-ID", deliveryId);
    }

    public Response post(RequestSpecification request, byte[] body) {
        return request.contentType("application/json").body(body).post("/hooks/{source}/{shop}", source, shop);
    }

    public String signatureHeader() {
        return source.equals("shopify") ? "X-Shopify-Hmac-SHA256" : "X-WC-Webhook-Signature";
    }

    public static String sign(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.siyu.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A payload of src/test/resources/hooks, with some of its fields changed. */
public final class Payload {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode node;

    private Payload(ObjectNode node) {
        this.node = node;
    }

    public static Payload of(String name) {
        try (InputStream in = Payload.class.getResourceAsStream("/hooks/" + name + ".json")) {
            return new Payload((ObjectNode) JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param path steps into objects, such as customer.phone */
    public Payload with(String path, Object value) {
        ObjectNode copy = node.deepCopy();
        ObjectNode at = copy;
        String[] steps = path.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            at = at.withObject("/" + steps[i]);
        }
        at.set(steps[steps.length - 1], JSON.valueToTree(value));
        return new Payload(copy);
    }

    public Payload without(String field) {
        ObjectNode copy = node.deepCopy();
        copy.remove(field);
        return new Payload(copy);
    }

    /** Shopify's order with these refunds, each of one successful transaction. */
    public Payload refunded(Map<Long, String> amountOfRefund) {
        List<Map<String, Object>> refunds = amountOfRefund.entrySet().stream()
                .map(e -> Map.<String, Object>of(
                        "id",
                        e.getKey(),
                        "transactions",
                        List.of(Map.of(
                                "kind", "refund", "status", "success", "amount", e.getValue(), "currency", "USD"))))
                .toList();
        return with("refunds", refunds);
    }

    public JsonNode json() {
        return node;
    }

    public byte[] bytes() {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}

package io.siyu.contract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request that is about to be sent.
 *
 * @param user whose token it carries, null for none
 * @param pathValues what stands for the names in the path, as it is before it is encoded
 * @param query in the order in which it is sent
 * @param headers by name, with Content-Type among them
 * @param body null for none
 */
record FuzzCall(
        FuzzOperation operation,
        String method,
        String user,
        Map<String, String> pathValues,
        List<Map.Entry<String, String>> query,
        Map<String, String> headers,
        byte[] body) {
    /** A value that begins with it is sent as it is. */
    static final String RAW = "raw:";

    static final String CONTENT_TYPE = "Content-Type";
    private static final String JSON = "application/json";

    static FuzzCall of(FuzzOperation operation, String user, Map<String, String> pathValues) {
        return new FuzzCall(operation, operation.method(), user, pathValues, List.of(), Map.of(), null);
    }

    FuzzCall as(String otherUser) {
        return new FuzzCall(operation, method, otherUser, pathValues, query, headers, body);
    }

    FuzzCall by(String otherMethod) {
        return new FuzzCall(operation, otherMethod, user, pathValues, query, headers, body);
    }

    FuzzCall at(String name, String value) {
        Map<String, String> values = new LinkedHashMap<>(pathValues);
        values.put(name, value);
        return new FuzzCall(operation, method, user, values, query, headers, body);
    }

    /** Instead of what it asked for by that name; null for no such parameter. */
    FuzzCall asking(String name, String value) {
        List<Map.Entry<String, String>> other = new ArrayList<>(
                query.stream().filter(entry -> !entry.getKey().equals(name)).toList());
        if (value != null) {
            other.add(Map.entry(name, value));
        }
        return new FuzzCall(operation, method, user, pathValues, other, headers, body);
    }

    FuzzCall askingAlso(String name, String value) {
        List<Map.Entry<String, String>> other = new ArrayList<>(query);
        other.add(Map.entry(name, value));
        return new FuzzCall(operation, method, user, pathValues, other, headers, body);
    }

    /** @param value null for no such header */
    FuzzCall with(String header, String value) {
        Map<String, String> other = new LinkedHashMap<>(headers);
        if (value == null) {
            other.remove(header);
        } else {
            other.put(header, value);
        }
        return new FuzzCall(operation, method, user, pathValues, query, other, body);
    }

    FuzzCall sending(byte[] otherBody) {
        return new FuzzCall(operation, method, user, pathValues, query, headers, otherBody);
    }

    FuzzCall json(String text) {
        return with(CONTENT_TYPE, JSON).sending(text.getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    String address() {
        String path = operation.path();
        for (Map.Entry<String, String> value : pathValues.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", encoded(value.getValue()));
        }
        return query.isEmpty()
                ? path
                : path + "?"
                        + query.stream()
                                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return value.startsWith(RAW)
                ? value.substring(RAW.length())
                : URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

package io.siyu.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** What can be wrong with a JSON body: each of its fields, also those of what is in it, and the whole. */
final class FuzzBodies {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARK = "@@FUZZ@@";
    private static final int DEEPEST = 3;
    private static final int TOO_DEEP = 20_000;
    private static final int TOO_LONG = 2_500_000;

    private final FuzzContract contract;

    FuzzBodies(FuzzContract contract) {
        this.contract = contract;
    }

    /** @param schemas of each step */
    private record Place(List<String> steps, List<JsonNode> schemas) {
        Place then(String step, JsonNode schema) {
            List<String> further = new ArrayList<>(steps);
            further.add(step);
            List<JsonNode> known = new ArrayList<>(schemas);
            known.add(schema);
            return new Place(further, known);
        }

        JsonNode schema() {
            return schemas.get(schemas.size() - 1);
        }

        String last() {
            return steps.get(steps.size() - 1);
        }

        @Override
        public String toString() {
            return "body " + String.join(".", steps);
        }
    }

    List<FuzzAttempt> attempts(FuzzOperation operation, List<String> foreignIds) {
        List<FuzzAttempt> attempts = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        addPlaces(contract.resolve(operation.schema()), new Place(List.of(), List.of()), places);
        for (Place place : places) {
            List<FuzzValues.Value> values = new ArrayList<>(FuzzValues.ofField(place.schema()));
            if (FuzzValues.kindOf(place.schema()).equals("id")) {
                foreignIds.forEach(id -> values.add(FuzzValues.Value.wrong(FuzzValues.quoted(id))));
            }
            for (FuzzValues.Value value : values) {
                attempts.add(new FuzzAttempt(
                        place.toString(), value, call -> call.json(put(call.text(), place, value.text()))));
            }
            attempts.add(new FuzzAttempt(
                    place.toString(),
                    FuzzValues.Value.of("(missing)"),
                    call -> call.json(without(call.text(), place))));
            attempts.add(new FuzzAttempt(
                    place.toString(), FuzzValues.Value.wrong("(twice)"), call -> call.json(twice(call.text(), place))));
        }
        addOfWhole(attempts);
        return attempts;
    }

    private void addPlaces(JsonNode schema, Place place, List<Place> places) {
        if (place.steps().size() >= DEEPEST) {
            return;
        }
        schema.path("properties").properties().forEach(property -> {
            JsonNode resolved = contract.resolve(property.getValue());
            Place inner = place.then(property.getKey(), resolved);
            places.add(inner);
            if (resolved.path("items").isObject()) {
                Place item = inner.then("0", contract.resolve(resolved.get("items")));
                places.add(item);
                addPlaces(item.schema(), item, places);
            }
            if (resolved.path("additionalProperties").isObject()) {
                places.add(inner.then("x", contract.resolve(resolved.get("additionalProperties"))));
            }
            addPlaces(resolved, inner, places);
        });
    }

    private static void addOfWhole(List<FuzzAttempt> attempts) {
        String whole = "whole body";
        BiFunction<String, Boolean, FuzzValues.Value> value = FuzzValues.Value::new;
        for (String text : List.of("", " ", "null", "{}")) {
            attempts.add(new FuzzAttempt(whole, value.apply(text, false), call -> call.json(text)));
        }
        for (String text : List.of("[]", "5", "\"text\"", "{", "}", "{]", "{\"a\"", "nul", "<a/>", "a=b", "\u0000")) {
            attempts.add(new FuzzAttempt(whole, value.apply(text, true), call -> call.json(text)));
        }
        attempts.add(
                new FuzzAttempt(whole, value.apply("(twice)", true), call -> call.json(call.text() + call.text())));
        attempts.add(
                new FuzzAttempt(whole, value.apply("(more after it)", true), call -> call.json(call.text() + "]")));
        attempts.add(new FuzzAttempt(whole, value.apply("(half)", true), call -> call.json(half(call.text()))));
        attempts.add(
                new FuzzAttempt(whole, value.apply("(in an array)", true), call -> call.json("[" + call.text() + "]")));
        attempts.add(
                new FuzzAttempt(whole, value.apply("(deep)", true), call -> call.json(FuzzValues.nested(TOO_DEEP))));
        attempts.add(new FuzzAttempt(
                whole, value.apply("(deep objects)", true), call -> call.json("{\"a\":".repeat(TOO_DEEP))));
        attempts.add(new FuzzAttempt(
                whole, value.apply("(unknown field)", true), call -> call.json(withUnknown(call.text()))));
        attempts.add(new FuzzAttempt(
                whole, value.apply("(many blanks)", true), call -> call.json(" ".repeat(TOO_LONG) + call.text())));
        attempts.add(new FuzzAttempt(
                whole, value.apply("(byte order mark)", false), call -> call.json("\uFEFF" + call.text())));
        attempts.add(new FuzzAttempt(
                whole,
                value.apply("(UTF-16)", false),
                call -> call.sending(call.text().getBytes(StandardCharsets.UTF_16))));
        attempts.add(new FuzzAttempt(
                whole,
                value.apply("(no UTF-8)", false),
                call -> call.sending(call.text().replace(":\"", ":\"\u00ff").getBytes(StandardCharsets.ISO_8859_1))));
        attempts.add(new FuzzAttempt(whole, value.apply("(no body)", false), call -> call.sending(null)));
        for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "image/png")) {
            attempts.add(new FuzzAttempt(
                    "Content-Type", value.apply(type, true), call -> call.with(FuzzCall.CONTENT_TYPE, type)));
        }
        for (String type : List.of(
                "application/json;charset=utf-16",
                "application/json;charset=nonsense",
                "application/json;;;",
                "application/merge-patch+json",
                "garbage",
                "/",
                "*/*",
                "application/json, text/plain",
                "multipart/form-data",
                "")) {
            attempts.add(new FuzzAttempt(
                    "Content-Type", value.apply(type, false), call -> call.with(FuzzCall.CONTENT_TYPE, type)));
        }
        attempts.add(new FuzzAttempt(
                "Content-Type", value.apply("(missing)", false), call -> call.with(FuzzCall.CONTENT_TYPE, null)));
    }

    private String put(String body, Place place, String json) {
        JsonNode tree = parentOf(body, place);
        set(at(tree, place), place.last(), JSON.getNodeFactory().textNode(MARK));
        return tree.toString().replace("\"" + MARK + "\"", json);
    }

    private String without(String body, Place place) {
        JsonNode tree = parentOf(body, place);
        if (at(tree, place) instanceof ObjectNode object) {
            object.remove(place.last());
        } else if (at(tree, place) instanceof ArrayNode array) {
            array.removeAll();
        }
        return tree.toString();
    }

    private String twice(String body, Place place) {
        JsonNode tree = parentOf(body, place);
        if (!(at(tree, place) instanceof ObjectNode object)) {
            return body + body;
        }
        JsonNode value =
                object.has(place.last()) ? object.get(place.last()) : JSON.valueToTree(contract.sample(place.schema()));
        object.set(place.last(), JSON.getNodeFactory().textNode(MARK));
        String name = FuzzValues.quoted(place.last());
        return tree.toString().replace("\"" + MARK + "\"", value + "," + name + ":" + value);
    }

    /** The body with all that leads to the place; what is not there is made up. */
    private JsonNode parentOf(String body, Place place) {
        JsonNode tree = read(body);
        JsonNode node = tree;
        for (int step = 0; step < place.steps().size() - 1; step++) {
            String name = place.steps().get(step);
            JsonNode next = child(node, name);
            if (next == null || !next.isContainerNode()) {
                next = JSON.valueToTree(contract.sample(place.schemas().get(step)));
                if (!next.isContainerNode()) {
                    next = JSON.createObjectNode();
                }
                set(node, name, next);
            }
            node = next;
        }
        return tree;
    }

    private static JsonNode at(JsonNode tree, Place place) {
        JsonNode node = tree;
        for (String step : place.steps().subList(0, place.steps().size() - 1)) {
            node = child(node, step);
        }
        return node;
    }

    private static JsonNode child(JsonNode node, String name) {
        return node.isArray() ? node.get(0) : node.get(name);
    }

    private static void set(JsonNode node, String name, JsonNode value) {
        if (node instanceof ArrayNode array) {
            array.removeAll();
            array.add(value);
        } else {
            ((ObjectNode) node).set(name, value);
        }
    }

    private static String withUnknown(String body) {
        ObjectNode object = (ObjectNode) read(body);
        object.put("unknownThing", 1);
        return object.toString();
    }

    private static String half(String body) {
        return body.substring(0, body.length() / 2);
    }

    private static JsonNode read(String body) {
        try {
            JsonNode tree = JSON.readTree(body);
            return tree instanceof ObjectNode ? tree : JSON.createObjectNode();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The good body is no JSON: " + body, e);
        }
    }
}

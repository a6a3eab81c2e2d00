package io.siyu.console.source;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A schema without what only says that it may be null, or where it stands. */
final class ContractSchema {
    private static final String REF = "#/components/schemas/";
    private final JsonNode schema;
    private final boolean mayBeNull;

    ContractSchema(JsonNode declared, JsonNode all) {
        JsonNode found = declared;
        boolean isNull = types(declared).contains("null");
        if (declared.has("anyOf")) {
            isNull |= stream(declared.get("anyOf")).anyMatch(each -> types(each).contains("null"));
            found = stream(declared.get("anyOf"))
                    .filter(each -> !types(each).contains("null"))
                    .findFirst()
                    .orElseThrow();
        }
        schema = found.has("$ref") ? all.get(found.get("$ref").asText().substring(REF.length())) : found;
        mayBeNull = isNull;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isTextual()
                ? List.of(type.asText())
                : stream(type).map(JsonNode::asText).toList();
    }

    boolean isAnything() {
        return !schema.has("type");
    }

    boolean mayBeNull() {
        return mayBeNull || isAnything();
    }

    boolean isOf(String type) {
        return types(schema).stream()
                .map(each -> each.equals("integer") ? "number" : each)
                .anyMatch(type::equals);
    }

    boolean has(String property) {
        return schema.path("properties").has(property);
    }

    boolean requires(String property) {
        return stream(schema.path("required")).anyMatch(each -> each.asText().equals(property));
    }

    JsonNode property(String name) {
        return schema.path("properties").path(name);
    }

    JsonNode items() {
        return schema.path("items");
    }

    boolean isMap() {
        return schema.has("additionalProperties");
    }

    JsonNode values() {
        return schema.path("additionalProperties");
    }

    /** Whether it takes these values and, as far as it lists any, no others. */
    boolean values(Set<String> values) {
        if (schema.has("enum")) {
            return values.equals(enumeration());
        }
        return schema.has("pattern")
                && values.stream()
                        .allMatch(value -> value.matches(schema.get("pattern").asText()));
    }

    private Set<String> enumeration() {
        return stream(schema.path("enum"))
                .filter(each -> !each.isNull())
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    String valuesInWords() {
        return schema.has("enum") ? "not " + enumeration() : "and the contract lists none";
    }
}

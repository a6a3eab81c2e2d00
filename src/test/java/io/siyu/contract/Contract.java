package io.siyu.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static io.restassured.RestAssured.given;

/** The OpenAPI document that the running application serves, as the operations in it. */
final class Contract {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([^}]+)}");

    private final JsonNode document;

    private Contract(JsonNode document) {
        this.document = document;
    }

    /**
     * @param roles those that the operation names; empty if it is open to all
     * @param pathSamples a value that fits each of the path's parameters
     * @param queryParameters their names
     * @param body the media type of the request's body, null without one
     */
    record Operation(
            String method,
            String path,
            Set<String> roles,
            Map<String, String> pathSamples,
            Set<String> queryParameters,
            String body,
            JsonNode schema) {
        List<String> pathParameters() {
            List<String> names = new ArrayList<>();
            Matcher matcher = PATH_PARAMETER.matcher(path);
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
            return names;
        }

        @Override
        public String toString() {
            return method.toUpperCase() + " " + path;
        }
    }

    static Contract served() {
        String json = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return new Contract(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The contract is no JSON", e);
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(entry -> {
                    if (METHODS.contains(entry.getKey())) {
                        operations.add(operation(path.getKey(), entry.getKey(), path.getValue(), entry.getValue()));
                    }
                }));
        return operations;
    }

    private Operation operation(String path, String method, JsonNode shared, JsonNode operation) {
        Set<String> roles = new TreeSet<>();
        operation
                .path("security")
                .forEach(requirement ->
                        requirement.forEach(scopes -> scopes.forEach(scope -> roles.add(scope.asText()))));
        JsonNode content = operation.path("requestBody").path("content");
        String mediaType = content.fieldNames().hasNext() ? content.fieldNames().next() : null;
        JsonNode schema = mediaType == null ? null : content.get(mediaType).path("schema");
        Map<String, String> pathSamples = new HashMap<>();
        Set<String> queryParameters = new TreeSet<>();
        for (JsonNode parameters : List.of(shared.path("parameters"), operation.path("parameters"))) {
            for (JsonNode parameter : parameters) {
                String name = parameter.path("name").asText();
                if (parameter.path("in").asText().equals("path")) {
                    pathSamples.put(name, String.valueOf(sample(parameter.path("schema"))));
                } else if (parameter.path("in").asText().equals("query")) {
                    queryParameters.add(name);
                }
            }
        }
        return new Operation(method, path, roles, pathSamples, queryParameters, mediaType, schema);
    }

    boolean hasProperty(JsonNode schema, String name) {
        return schema != null && resolve(schema).path("properties").has(name);
    }

    /** A value that fits the schema: required fields only, first of an enum, least length and number. */
    Object sample(JsonNode schema) {
        JsonNode resolved = resolve(schema);
        if (resolved.has("enum")) {
            return resolved.get("enum").get(0).asText();
        }
        return switch (typeOf(resolved)) {
            case "object" -> sampleObject(resolved);
            case "array" -> List.of(sample(resolved.path("items")));
            case "integer", "number" -> Math.max(1, resolved.path("minimum").asInt(1));
            case "boolean" -> true;
            default -> sampleText(resolved);
        };
    }

    /** A sample that also says this of a property which may be left out. */
    Object sampleWith(JsonNode schema, String name, Object value) {
        Map<String, Object> object = sampleObject(resolve(schema));
        object.put(name, value);
        return object;
    }

    private Map<String, Object> sampleObject(JsonNode schema) {
        Map<String, Object> object = new LinkedHashMap<>();
        schema.path("required")
                .forEach(name -> object.put(
                        name.asText(), sample(schema.path("properties").path(name.asText()))));
        return object;
    }

    private static String sampleText(JsonNode schema) {
        if (!schema.path("examples").isEmpty()) {
            return schema.get("examples").get(0).asText();
        }
        return switch (schema.path("format").asText()) {
            case "date" -> "2026-11-09";
            case "date-time" -> "2026-11-09T09:00:00+08:00";
            default -> schema.path("pattern").asText().contains("[0-9]") ? "720438205126345231" : "SAMPLE";
        };
    }

    private static String typeOf(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).asText() : type.asText(schema.has("properties") ? "object" : "string");
    }

    JsonNode document() {
        return document;
    }

    JsonNode resolve(JsonNode schema) {
        JsonNode resolved = schema;
        if (resolved.has("anyOf")) {
            resolved = resolved.get("anyOf").get(0);
        }
        if (resolved.has("allOf")) {
            resolved = resolved.get("allOf").get(0);
        }
        if (resolved.has("$ref")) {
            String[] steps = resolved.get("$ref").asText().split("/");
            resolved = document.path("components").path("schemas").path(steps[steps.length - 1]);
        }
        return resolved;
    }
}

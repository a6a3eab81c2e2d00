package io.siyu.contract;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.Set;

/**
 * An operation of the contract with all that can be said to it.
 *
 * @param path as the contract has it, with names in braces
 * @param mediaType of the body, null without one
 * @param schema of the body, as it is referred to
 */
record FuzzOperation(
        String method, String path, Set<String> roles, List<Parameter> parameters, String mediaType, JsonNode schema) {
    static final String PREFIX = "/api/v1";

    /** @param in path, query or header */
    record Parameter(String in, String name, JsonNode schema) {}

    List<Parameter> parameters(String in) {
        return parameters.stream()
                .filter(parameter -> parameter.in().equals(in))
                .toList();
    }

    boolean takesJson() {
        return mediaType != null && mediaType.startsWith("application/json");
    }

    boolean takesForm() {
        return mediaType != null && mediaType.startsWith("multipart/");
    }

    /** As it is named in lists of operations: without what all paths begin with. */
    String key() {
        return method + " " + path.substring(PREFIX.length());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}

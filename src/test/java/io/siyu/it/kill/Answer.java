package io.siyu.it.kill;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * @param status 0 if none came: whether it was done is not known
 * @param json missing if it was none
 */
record Answer(int status, JsonNode json) {
    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    String id() {
        return json.path("id").asText();
    }
}

package io.siyu.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Turns what methods return into answers, these into bytes, and back. */
@ApplicationScoped
class AnswerFormat {
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    private final ObjectMapper json;

    AnswerFormat(ObjectMapper json) {
        this.json = json;
    }

    /** @return empty for what is not to be kept: refusals, and what no cache may hold */
    Optional<Answer> answerOf(Method operation, Object returned, Set<Long> shops) {
        if (returned instanceof RestResponse<?> response) {
            return answerOf(response.getStatus(), response.getStringHeaders(), response.getEntity(), shops);
        }
        if (returned instanceof Response response) {
            return answerOf(response.getStatus(), response.getStringHeaders(), response.getEntity(), shops);
        }
        ResponseStatus declared = operation.getAnnotation(ResponseStatus.class);
        int usual = returned == null ? NO_CONTENT : OK;
        return answerOf(declared == null ? usual : declared.value(), Map.of(), returned, shops);
    }

    private Optional<Answer> answerOf(int status, Map<String, List<String>> headers, Object entity, Set<Long> shops) {
        if (Response.Status.Family.familyOf(status) != Response.Status.Family.SUCCESSFUL) {
            return Optional.empty();
        }
        Map<String, String> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> given.put(name, String.join(",", values)));
        if (given.getOrDefault(HttpHeaders.CACHE_CONTROL, "").contains("no-store")) {
            return Optional.empty();
        }
        given.remove(HttpHeaders.CONTENT_TYPE);
        given.remove(HttpHeaders.CONTENT_LENGTH);
        return Optional.of(new Answer(status, given, shops, entity == null ? null : text(entity)));
    }

    Response responseOf(Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.headers().forEach(response::header);
        return answer.body() == null
                ? response.build()
                : response.type(MediaType.APPLICATION_JSON)
                        .entity(answer.body())
                        .build();
    }

    byte[] bytes(Answer answer) {
        try {
            return json.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("An answer cannot be written", e);
        }
    }

    Answer parse(byte[] bytes) {
        try {
            return json.readValue(bytes, Answer.class);
        } catch (IOException e) {
            throw new UncheckedIOException("A kept answer cannot be read", e);
        }
    }

    private String text(Object entity) {
        try {
            return json.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("An answer cannot be written", e);
        }
    }
}

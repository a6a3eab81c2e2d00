package io.siyu.task.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.task.queue.CompleteTaskRequest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells whether two completions say the same: SHA-256 over what they say, in hexadecimal. A device that tells it again may
 * give another time.
 */
final class CompletionKey {
    private CompletionKey() {}

    static String of(CompleteTaskRequest request, ObjectMapper json) {
        try {
            byte[] text = json.writeValueAsString(request.withoutTime()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("A completion has a digest", e);
        }
    }
}

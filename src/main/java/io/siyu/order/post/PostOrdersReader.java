package io.siyu.order.post;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;

import java.io.IOException;
import java.util.List;

/** Reads {@code {"orders": […]}} and {@code […]} alike. */
class PostOrdersReader extends JsonDeserializer<PostOrdersRequest> {
    private record Wrapped(List<PostOrderRequest> orders) {}

    @Override
    public PostOrdersRequest deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return new PostOrdersRequest(
                parser.currentToken() == JsonToken.START_ARRAY
                        ? parser.readValueAs(new TypeReference<List<PostOrderRequest>>() {})
                        : parser.readValueAs(Wrapped.class).orders());
    }
}

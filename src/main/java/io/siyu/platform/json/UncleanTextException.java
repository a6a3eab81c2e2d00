package io.siyu.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;

/** A text that could not be kept as it is. */
public class UncleanTextException extends JsonProcessingException {
    private final String field;

    UncleanTextException(JsonParser parser) {
        super("A text holds a NUL or half a character", parser.currentLocation());
        this.field = pathOf(parser.getParsingContext());
    }

    /** Where it stands: {@code lines[0].title}. */
    public String field() {
        return field;
    }

    private static String pathOf(JsonStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        String before = pathOf(context.getParent());
        if (context.inArray()) {
            return before + '[' + context.getCurrentIndex() + ']';
        }
        return before.isEmpty() ? context.getCurrentName() : before + '.' + context.getCurrentName();
    }
}

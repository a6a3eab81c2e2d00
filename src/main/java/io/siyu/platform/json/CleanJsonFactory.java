package io.siyu.platform.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.MappingJsonFactory;
import io.siyu.platform.text.CleanText;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/** Makes parsers that take no name and no text with a NUL or half a character in it, wherever it stands. */
class CleanJsonFactory extends MappingJsonFactory {
    private static final long serialVersionUID = 1;

    CleanJsonFactory(JsonFactory like) {
        super(like, null);
    }

    @Override
    public JsonFactory copy() {
        return new CleanJsonFactory(this);
    }

    @Override
    public JsonParser createParser(InputStream in) throws IOException {
        return new CleanParser(super.createParser(in));
    }

    @Override
    public JsonParser createParser(Reader reader) throws IOException {
        return new CleanParser(super.createParser(reader));
    }

    @Override
    public JsonParser createParser(byte[] content) throws IOException {
        return new CleanParser(super.createParser(content));
    }

    @Override
    public JsonParser createParser(String content) throws IOException {
        return new CleanParser(super.createParser(content));
    }

    private static final class CleanParser extends JsonParserDelegate {
        CleanParser(JsonParser parser) {
            super(parser);
        }

        @Override
        public JsonToken nextToken() throws IOException {
            JsonToken token = super.nextToken();
            if (token == JsonToken.FIELD_NAME && !CleanText.isClean(currentName())) {
                throw new JsonParseException(this, "A name holds a NUL or half a character");
            }
            if (token == JsonToken.VALUE_STRING && !CleanText.isClean(getText())) {
                throw new UncleanTextException(this);
            }
            return token;
        }
    }
}

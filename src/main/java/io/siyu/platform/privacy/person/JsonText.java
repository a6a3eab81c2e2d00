package io.siyu.platform.privacy.person;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JSON document with its texts decoded, whatever escapes they were written with, and all else as it was written: repeated
 * names, the sequence of fields, the digits of numbers.
 */
sealed interface JsonText {
    /** @param value what it holds */
    record Field(String name, JsonText value) {}

    record Fields(List<Field> fields) implements JsonText {}

    record Items(List<JsonText> items) implements JsonText {}

    record Text(String text) implements JsonText {}

    /** @param digits as they were written */
    record Number(String digits) implements JsonText {}

    /** True, false or null. */
    record Word(JsonToken token) implements JsonText {}

    /** Nobody writes deeper ones; they are looked through as texts. */
    int DEEPEST = 200;

    JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    /** Empty for what is no single JSON document. */
    static Optional<JsonText> parse(String document) {
        try (JsonParser parser = JSON.createParser(document)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            JsonText root = read(parser);
            return parser.nextToken() == null ? Optional.of(root) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Of a document of its own within a text. */
    static Optional<JsonText> within(String text) {
        String stripped = text.strip();
        boolean mayBe = stripped.length() > 1 && "{[\"".indexOf(stripped.charAt(0)) >= 0;
        return mayBe ? parse(stripped) : Optional.empty();
    }

    private static JsonText read(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            List<Field> fields = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                fields.add(new Field(name, read(parser)));
            }
            return new Fields(fields);
        }
        if (token == JsonToken.START_ARRAY) {
            List<JsonText> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(read(parser));
            }
            return new Items(items);
        }
        if (token == JsonToken.VALUE_STRING) {
            return new Text(parser.getText());
        }
        return token.isNumeric() ? new Number(parser.getText()) : new Word(token);
    }

    default String write() {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            write(this, generator);
        } catch (IOException e) {
            throw new UncheckedIOException("A document in memory cannot be written", e);
        }
        return text.toString();
    }

    private static void write(JsonText node, JsonGenerator to) throws IOException {
        if (node instanceof Fields object) {
            to.writeStartObject();
            for (Field field : object.fields()) {
                to.writeFieldName(field.name());
                write(field.value(), to);
            }
            to.writeEndObject();
        } else if (node instanceof Items array) {
            to.writeStartArray();
            for (JsonText item : array.items()) {
                write(item, to);
            }
            to.writeEndArray();
        } else if (node instanceof Text text) {
            to.writeString(text.text());
        } else if (node instanceof Number number) {
            to.writeNumber(number.digits());
        } else if (node instanceof Word word) {
            to.writeRawValue(word.token().asString());
        }
    }
}

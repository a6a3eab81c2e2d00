package io.siyu.platform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import java.util.List;

/** A few short texts as JSON. */
@Converter
public class TextsConverter implements AttributeConverter<List<String>, String> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String convertToDatabaseColumn(List<String> texts) {
        try {
            return JSON.writeValueAsString(texts == null ? List.of() : texts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Texts that are no JSON", e);
        }
    }

    @Override
    public List<String> convertToEntityAttribute(String text) {
        try {
            return text == null ? List.of() : JSON.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored texts are no JSON", e);
        }
    }
}

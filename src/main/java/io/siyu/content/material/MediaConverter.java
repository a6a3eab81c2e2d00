package io.siyu.content.material;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import java.util.List;

/** Media as JSON text. */
@Converter
public class MediaConverter implements AttributeConverter<List<MediaItem>, String> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String convertToDatabaseColumn(List<MediaItem> media) {
        try {
            return JSON.writeValueAsString(media);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Media that are no JSON", e);
        }
    }

    @Override
    public List<MediaItem> convertToEntityAttribute(String text) {
        if (text == null) {
            return List.of();
        }
        try {
            return JSON.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored media are no JSON", e);
        }
    }
}

package io.siyu.campaign.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import java.util.List;

/** Changed posts as JSON text. */
@Converter
public class ChangedPostsConverter implements AttributeConverter<List<ChangedPost>, String> {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Override
    public String convertToDatabaseColumn(List<ChangedPost> posts) {
        try {
            return JSON.writeValueAsString(posts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A change that is no JSON", e);
        }
    }

    @Override
    public List<ChangedPost> convertToEntityAttribute(String text) {
        try {
            return JSON.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored change is no JSON", e);
        }
    }
}

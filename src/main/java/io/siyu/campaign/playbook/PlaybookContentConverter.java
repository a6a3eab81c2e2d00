package io.siyu.campaign.playbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Days and posts as JSON text. */
@Converter
public class PlaybookContentConverter implements AttributeConverter<PlaybookContent, String> {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Override
    public String convertToDatabaseColumn(PlaybookContent content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A playbook that is no JSON", e);
        }
    }

    @Override
    public PlaybookContent convertToEntityAttribute(String text) {
        try {
            return JSON.readValue(text, PlaybookContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored playbook is no JSON", e);
        }
    }
}

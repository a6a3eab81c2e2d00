package io.siyu.campaign.daily;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A rhythm as JSON text. */
@Converter
public class DailyRhythmConverter implements AttributeConverter<DailyRhythm, String> {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Override
    public String convertToDatabaseColumn(DailyRhythm rhythm) {
        try {
            return JSON.writeValueAsString(rhythm);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A rhythm that is no JSON", e);
        }
    }

    @Override
    public DailyRhythm convertToEntityAttribute(String text) {
        try {
            return JSON.readValue(text, DailyRhythm.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored rhythm is no JSON", e);
        }
    }
}

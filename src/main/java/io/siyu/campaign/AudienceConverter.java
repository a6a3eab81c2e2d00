package io.siyu.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** An audience as JSON text. */
@Converter
public class AudienceConverter implements AttributeConverter<Audience, String> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String convertToDatabaseColumn(Audience audience) {
        try {
            return JSON.writeValueAsString(audience);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("An audience that is no JSON", e);
        }
    }

    @Override
    public Audience convertToEntityAttribute(String text) {
        try {
            return JSON.readValue(text, Audience.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored audience is no JSON", e);
        }
    }
}

package io.siyu.campaign.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A variant as JSON text; NULL for none. */
@Converter
public class VariantConverter implements AttributeConverter<Variant, String> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String convertToDatabaseColumn(Variant variant) {
        try {
            return variant == null ? null : JSON.writeValueAsString(variant);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A variant that is no JSON", e);
        }
    }

    @Override
    public Variant convertToEntityAttribute(String text) {
        try {
            return text == null ? null : JSON.readValue(text, Variant.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored variant is no JSON", e);
        }
    }
}

package io.siyu.task.sequence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A sequence's terms as JSON text. */
@Converter
public class SequenceTermsConverter implements AttributeConverter<SequenceTerms, String> {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Override
    public String convertToDatabaseColumn(SequenceTerms terms) {
        try {
            return JSON.writeValueAsString(terms);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Terms that are no JSON", e);
        }
    }

    @Override
    public SequenceTerms convertToEntityAttribute(String text) {
        try {
            return JSON.readValue(text, SequenceTerms.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored terms are no JSON", e);
        }
    }
}

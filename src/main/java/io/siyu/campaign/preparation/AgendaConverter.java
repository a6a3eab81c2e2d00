package io.siyu.campaign.preparation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** An agenda as JSON text. */
@Converter
public class AgendaConverter implements AttributeConverter<Agenda, String> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String convertToDatabaseColumn(Agenda agenda) {
        try {
            return JSON.writeValueAsString(agenda);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("An agenda that is no JSON", e);
        }
    }

    @Override
    public Agenda convertToEntityAttribute(String text) {
        try {
            return JSON.readValue(text, Agenda.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored agenda is no JSON", e);
        }
    }
}

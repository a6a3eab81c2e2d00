package io.siyu.staff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.siyu.shop.calendar.WorkingHours;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import java.util.List;

/** Weekly hours as JSON text; null for somebody who works the shop's. */
@Converter
public class WorkingHoursConverter implements AttributeConverter<List<WorkingHours>, String> {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<WorkingHours>> HOURS = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<WorkingHours> hours) {
        try {
            return hours == null ? null : JSON.writeValueAsString(hours);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Working hours that are no JSON", e);
        }
    }

    @Override
    public List<WorkingHours> convertToEntityAttribute(String text) {
        try {
            return text == null ? null : JSON.readValue(text, HOURS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored working hours are no JSON", e);
        }
    }
}

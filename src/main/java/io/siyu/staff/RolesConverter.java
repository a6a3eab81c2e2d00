package io.siyu.staff;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import java.util.Set;
import java.util.TreeSet;

/** Roles as text: {@code admin,staff}. */
@Converter
public class RolesConverter implements AttributeConverter<Set<String>, String> {
    @Override
    public String convertToDatabaseColumn(Set<String> roles) {
        return String.join(",", new TreeSet<>(roles));
    }

    @Override
    public Set<String> convertToEntityAttribute(String text) {
        return Set.of(text.split(","));
    }
}

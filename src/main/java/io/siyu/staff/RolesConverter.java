package io.siyu.staff;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import java.util.Set;
import java.util.TreeSet;

/** Roles as text: {@code admin,staff}; null for roles that nobody knows. */
@Converter
public class RolesConverter implements AttributeConverter<Set<String>, String> {
    @Override
    public String convertToDatabaseColumn(Set<String> roles) {
        return roles == null ? null : String.join(",", new TreeSet<>(roles));
    }

    @Override
    public Set<String> convertToEntityAttribute(String text) {
        if (text == null) {
            return null;
        }
        return text.isEmpty() ? Set.of() : Set.of(text.split(","));
    }
}

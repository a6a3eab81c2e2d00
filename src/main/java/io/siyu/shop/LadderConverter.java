package io.siyu.shop;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A ladder as text: {@code 7,15,30}. */
@Converter
public class LadderConverter implements AttributeConverter<List<Integer>, String> {
    @Override
    public String convertToDatabaseColumn(List<Integer> ladder) {
        return ladder.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    @Override
    public List<Integer> convertToEntityAttribute(String text) {
        return Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
    }
}

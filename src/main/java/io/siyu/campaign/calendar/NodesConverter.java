package io.siyu.campaign.calendar;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Marketing nodes as text: {@code QIXI,MID_AUTUMN}; empty for none. */
@Converter
public class NodesConverter implements AttributeConverter<List<MarketingNode>, String> {
    @Override
    public String convertToDatabaseColumn(List<MarketingNode> nodes) {
        return nodes.stream().map(MarketingNode::code).collect(Collectors.joining(","));
    }

    @Override
    public List<MarketingNode> convertToEntityAttribute(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(MarketingNode::valueOf).toList();
    }
}

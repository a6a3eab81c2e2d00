package io.siyu.segment.filter;

import io.quarkus.arc.All;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The filter language, with all fields that features contribute to it. */
@ApplicationScoped
public class FilterLanguage {
    private final List<FilterField> fields;

    FilterLanguage(@All List<FilterSource> sources) {
        fields = sources.stream()
                .sorted(Comparator.comparingInt(FilterSource::place))
                .flatMap(source -> source.fields().stream())
                .toList();
    }

    /** @throws FilterSyntaxException telling where it is no filter and what was expected there */
    public Filter parse(String text) {
        return FilterParser.parse(text, this);
    }

    List<FilterField> fields() {
        return fields;
    }

    Optional<FilterField> field(String word) {
        return fields.stream().filter(one -> one.word().equalsIgnoreCase(word)).findFirst();
    }

    /** All fields' names, to be told to whoever named none of them. */
    String listed() {
        return fields.stream().map(FilterField::word).collect(Collectors.joining(", "));
    }
}

package io.siyu.segment.filter;

import java.util.List;

/** Fields of the filter language. Whose tables have what is asked for contributes them as a bean. */
public interface FilterSource {
    List<FilterField> fields();

    /** Where the fields stand when all are listed: those of lower numbers come first. */
    int place();
}

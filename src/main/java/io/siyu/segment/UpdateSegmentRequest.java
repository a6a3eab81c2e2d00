package io.siyu.segment;

import io.siyu.platform.text.Visible;
import io.siyu.segment.filter.FilterParser;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What changes in a segment; what is left out stays. */
public record UpdateSegmentRequest(
        @Size(max = 60) @Visible String name,

        @Size(max = FilterParser.LONGEST) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String filter) {}

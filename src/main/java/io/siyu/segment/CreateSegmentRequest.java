package io.siyu.segment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param filter in the language of docs/segments.md */
public record CreateSegmentRequest(
        @NotBlank @Size(max = 60) String name,
        @NotBlank @Size(max = FilterParser.LONGEST) String filter) {}

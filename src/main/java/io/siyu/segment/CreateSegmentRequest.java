package io.siyu.segment;

import io.siyu.platform.text.Visible;
import io.siyu.segment.filter.FilterParser;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** @param filter in the language of docs/segments.md */
public record CreateSegmentRequest(
        @NotNull @Visible @Size(max = 60) String name,
        @NotBlank @Size(max = FilterParser.LONGEST) String filter) {}

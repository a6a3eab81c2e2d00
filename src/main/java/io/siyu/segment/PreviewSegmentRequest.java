package io.siyu.segment;

import io.siyu.segment.filter.FilterParser;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

public record PreviewSegmentRequest(
        @NotBlank @Size(max = FilterParser.LONGEST) String filter) {}

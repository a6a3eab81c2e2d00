package io.siyu.segment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

public record PreviewSegmentRequest(
        @NotBlank @Size(max = FilterParser.LONGEST) String filter) {}

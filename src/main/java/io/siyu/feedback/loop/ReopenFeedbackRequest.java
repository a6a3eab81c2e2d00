package io.siyu.feedback.loop;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

public record ReopenFeedbackRequest(
        @NotBlank @Size(max = 500) String reason) {}

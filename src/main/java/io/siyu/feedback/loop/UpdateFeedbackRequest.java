package io.siyu.feedback.loop;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What changes in a feedback that nobody has triaged yet; what is left out stays. */
public record UpdateFeedbackRequest(
        @Pattern(regexp = "[A-Z_]{1,40}") String kind,

        @Size(max = 4000) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String text) {}

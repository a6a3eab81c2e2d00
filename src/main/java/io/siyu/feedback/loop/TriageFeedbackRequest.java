package io.siyu.feedback.loop;

import io.siyu.platform.ids.Id;

import jakarta.validation.constraints.Size;

import java.time.OffsetDateTime;

/** Who answers for it and by when; what is left out stays. */
public record TriageFeedbackRequest(
        Id ownerStaffId,
        OffsetDateTime dueAt,
        @Size(max = 2000) String note) {}

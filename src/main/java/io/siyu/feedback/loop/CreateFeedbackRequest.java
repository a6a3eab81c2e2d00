package io.siyu.feedback.loop;

import io.siyu.platform.ids.Id;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a member of staff heard or hit.
 *
 * @param kind a word of the shop's choice; suggested are QUESTION, OBJECTION, PRAISE, COMPLAINT, SCRIPT_PROBLEM,
 *     PRODUCT_PROBLEM, IDEA and OTHER
 */
public record CreateFeedbackRequest(
        @NotNull @Pattern(regexp = "[A-Z_]{1,40}") String kind,
        @NotBlank @Size(max = 4000) String text,
        Id task,
        Id script,
        Id follower) {}

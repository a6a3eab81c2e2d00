package io.siyu.feedback.loop;

import io.siyu.platform.ids.Id;
import io.siyu.platform.text.Visible;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import java.util.List;

/**
 * What a member of staff heard or hit.
 *
 * @param kind a word of the shop's choice; suggested are QUESTION, OBJECTION, PRAISE, COMPLAINT, SCRIPT_PROBLEM,
 *     PRODUCT_PROBLEM, IDEA and OTHER
 * @param product a product's name
 * @param pictures materials of the shop that are pictures
 */
public record CreateFeedbackRequest(
        @NotNull @Pattern(regexp = "[A-Z_]{1,40}") String kind,
        @NotBlank @Size(max = 4000) String text,
        Id task,
        Id script,
        Id follower,
        Id order,
        @Size(max = 120) @Visible String product,
        @Size(max = 9) List<@NotNull Id> pictures) {}

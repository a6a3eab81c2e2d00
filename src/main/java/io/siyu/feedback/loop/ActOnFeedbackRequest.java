package io.siyu.feedback.loop;

import io.siyu.feedback.FeedbackOutcome;
import io.siyu.platform.ids.Id;
import io.siyu.platform.text.Visible;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What came of it, with its object.
 *
 * @param reason needed for REJECTED
 * @param answer what was answered, needed for ANSWERED; the note where it is left out
 * @param scriptId needed for SCRIPT_REVISED
 * @param scriptVersion of the script; the newest where it is left out
 * @param materialId needed for BECAME_MATERIAL, unless one is made
 * @param campaignId needed for CAMPAIGN_CHANGED
 */
public record ActOnFeedbackRequest(
        @NotNull FeedbackOutcome outcome,
        @Size(max = 500) String reason,
        @Size(max = 2000) String answer,
        @Size(max = 2000) String note,
        Id scriptId,
        @Min(1) Integer scriptVersion,
        Id materialId,
        @Valid NewMaterial newMaterial,
        Id campaignId) {
    /**
     * A text material to be made of the feedback's words.
     *
     * @param consentNote who agreed that they are shown, and how
     */
    public record NewMaterial(
            @Size(max = 120) @Visible String title,
            @NotBlank @Size(max = 500) String consentNote) {}

    /** What the history keeps of it; null where nothing was said. */
    String said() {
        String words = note == null ? answered() : note;
        return words == null ? reason : words;
    }

    /** Null for none. */
    String answered() {
        String text = answer == null ? note : answer;
        boolean isAnswer = outcome == FeedbackOutcome.ANSWERED && text != null && !text.isBlank();
        return isAnswer ? text.strip() : null;
    }
}

package io.siyu.campaign.comment;

import io.siyu.platform.ids.Id;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Something to say.
 *
 * @param postId about which of the campaign's posts; left out if about the whole
 * @param line about which line of the post's copy, from 1; left out if about all of it
 */
public record CommentRequest(
        @NotBlank @Size(max = 2000) String text,
        Id postId,
        @Min(1) @Max(1000) Integer line) {}

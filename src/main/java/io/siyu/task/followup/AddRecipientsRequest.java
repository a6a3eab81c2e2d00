package io.siyu.task.followup;

import io.siyu.platform.ids.Id;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.List;

/** Who answered the post that a follow-up follows. */
public record AddRecipientsRequest(
        @NotEmpty @Size(max = 200) List<@NotNull Id> followerIds) {}

package io.siyu.follower;

import io.siyu.platform.ids.Id;
import io.siyu.platform.text.Visible;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import java.util.List;

/** What changes in a follower; what is left out stays. */
public record UpdateFollowerRequest(
        FollowerStatus status,
        Id accountId,
        @Size(max = 500) String remark,
        @Size(max = 20) List<@NotBlank @Size(max = 32) @Visible String> tags) {}

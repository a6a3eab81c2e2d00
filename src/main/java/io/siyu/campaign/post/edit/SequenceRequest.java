package io.siyu.campaign.post.edit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

public record SequenceRequest(@NotBlank @Size(max = 40) String playbook) {}

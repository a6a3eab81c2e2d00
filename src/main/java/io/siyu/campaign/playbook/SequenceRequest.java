package io.siyu.campaign.playbook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param playbook {@code default}, or the key or id of a playbook of the shop */
public record SequenceRequest(@NotBlank @Size(max = 45) String playbook) {}

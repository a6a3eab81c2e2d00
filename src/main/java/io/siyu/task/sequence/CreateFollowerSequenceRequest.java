package io.siyu.task.sequence;

import io.siyu.buyer.Tier;
import io.siyu.platform.ids.Id;
import io.siyu.platform.text.Visible;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.List;

/**
 * A new sequence.
 *
 * @param accounts followers on these; all if left out
 * @param tiers followers of these; all if left out
 * @param welcome with which words who joins is greeted at once; only of sequences since joining
 */
public record CreateFollowerSequenceRequest(
        @NotNull @Visible @Size(max = 120) String name,
        @NotNull SequenceBasis basis,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid SequenceStepRequest> steps,
        @Size(max = 200) List<@NotNull Id> accounts,
        @Size(max = 7) List<@NotNull Tier> tiers,
        @Valid SequenceWelcomeRequest welcome) {}

package io.siyu.task.sequence;

import io.siyu.buyer.Tier;
import io.siyu.platform.ids.Id;
import io.siyu.platform.text.Visible;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.List;
import java.util.Optional;

/** What changes in a sequence; what is left out stays, and null takes the welcome away. */
public record UpdateFollowerSequenceRequest(
        @Size(min = 1, max = 120) @Visible String name,
        @Size(min = 1, max = 20) List<@NotNull @Valid SequenceStepRequest> steps,
        @Size(max = 200) List<@NotNull Id> accounts,
        @Size(max = 7) List<@NotNull Tier> tiers,
        Optional<@Valid SequenceWelcomeRequest> welcome,
        SequenceStatus status) {}

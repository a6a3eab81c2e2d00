package io.siyu.task.recipient;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

public record TickRecipientRequest(
        @NotNull RecipientState state, @Size(max = 500) String note) {}

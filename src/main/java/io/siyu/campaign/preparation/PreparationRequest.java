package io.siyu.campaign.preparation;

import io.siyu.platform.ids.Id;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.time.LocalDate;

/**
 * How far an item is, and whose it is. What is left out stays.
 *
 * @param reason needed for NOT_NEEDED
 * @param dueDay kept as days before day one, with which it moves; not later than three days before it
 */
public record PreparationRequest(
        @NotNull PreparationItem item,
        PreparationState state,
        @Size(max = 1000) String reason,
        @Size(max = 1000) String note,
        Id ownerStaffId,
        LocalDate dueDay) {}

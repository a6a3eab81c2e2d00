package io.siyu.campaign.change;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.List;

/**
 * A change of a campaign that is under way.
 *
 * @param reason why, for those who approve it
 * @param override true: in effect without approvals, which only an admin may say
 */
public record ProposeChangeRequest(
        @NotBlank @Size(max = 1000) String reason,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid PostEdit> edits,
        Boolean override) {
    boolean overrides() {
        return Boolean.TRUE.equals(override);
    }
}

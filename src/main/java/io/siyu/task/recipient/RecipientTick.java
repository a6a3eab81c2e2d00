package io.siyu.task.recipient;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.siyu.platform.ids.Id;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.time.OffsetDateTime;
import java.util.Objects;

/** What became of one follower's message; just the id of the follower says that it was sent. */
public record RecipientTick(
        @NotNull Id followerId,
        RecipientOutcome outcome,
        @Size(max = 500) String reason,
        OffsetDateTime at,
        Boolean happened) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public RecipientTick(
            @JsonProperty("followerId") Id followerId,
            @JsonProperty("outcome") RecipientOutcome outcome,
            @JsonProperty("reason") String reason,
            @JsonProperty("at") OffsetDateTime at,
            @JsonProperty("happened") Boolean happened) {
        this.followerId = followerId;
        this.outcome = Objects.requireNonNullElse(outcome, RecipientOutcome.SENT);
        this.reason = reason;
        this.at = at;
        this.happened = Objects.requireNonNullElse(happened, false);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RecipientTick sentTo(String followerId) {
        return new RecipientTick(Id.fromString(followerId), RecipientOutcome.SENT, null, null, false);
    }
}

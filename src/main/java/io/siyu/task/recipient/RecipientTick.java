package io.siyu.task.recipient;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.siyu.platform.ids.Id;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.Objects;

/** What became of one follower's message; just the id of the follower says that it was sent. */
public record RecipientTick(
        @NotNull Id followerId,
        RecipientState state,
        @Size(max = 500) String note) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public RecipientTick(
            @JsonProperty("followerId") Id followerId,
            @JsonProperty("state") RecipientState state,
            @JsonProperty("note") String note) {
        this.followerId = followerId;
        this.state = Objects.requireNonNullElse(state, RecipientState.SENT);
        this.note = note;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RecipientTick sentTo(String followerId) {
        return new RecipientTick(Id.fromString(followerId), RecipientState.SENT, null);
    }
}

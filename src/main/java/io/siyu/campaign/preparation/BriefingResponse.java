package io.siyu.campaign.preparation;

import io.siyu.platform.ids.Id;

import java.time.Instant;
import java.util.List;

/**
 * A briefing round.
 *
 * @param missing participants who have not acknowledged it
 */
public record BriefingResponse(
        int round,
        String agenda,
        String heldBy,
        Instant heldAt,
        List<Acknowledgement> acknowledgements,
        List<Participant> missing) {
    /** Who acknowledged, and when. */
    public record Acknowledgement(Id staffId, String name, Instant at) {
        static Acknowledgement from(BriefingAcknowledgement acknowledgement) {
            return new Acknowledgement(
                    Id.of(acknowledgement.staffId()),
                    acknowledgement.acknowledgedBy(),
                    acknowledgement.acknowledgedAt());
        }
    }

    /** Who has to acknowledge: an owner of one of the campaign's accounts. */
    public record Participant(Id staffId, String name) {}
}

package io.siyu.campaign.preparation;

import io.siyu.platform.ids.Id;

import java.time.Instant;
import java.util.List;

/**
 * A briefing round.
 *
 * @param contentRevision the campaign's when it was held
 * @param missing participants who have not acknowledged it
 */
public record BriefingResponse(
        int round,
        int contentRevision,
        Agenda agenda,
        String heldBy,
        Instant heldAt,
        List<Acknowledgement> acknowledgements,
        List<Participant> missing,
        List<Question> questions) {
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

    /** @param answer null while nobody has given one */
    public record Question(
            Id id, String text, String askedBy, Instant askedAt, String answer, String answeredBy, Instant answeredAt) {
        static Question from(BriefingQuestion question) {
            return new Question(
                    Id.of(question.id()),
                    question.text(),
                    question.askedBy(),
                    question.askedAt(),
                    question.answer(),
                    question.answeredBy(),
                    question.answeredAt());
        }
    }
}

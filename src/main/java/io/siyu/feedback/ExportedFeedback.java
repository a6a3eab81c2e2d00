package io.siyu.feedback;

import io.siyu.privacy.export.ExportSection;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What a person is told of the feedback that came from them. */
class ExportedFeedback {
    @Produces
    @Singleton
    ExportSection feedback() {
        return ExportSection.of(
                50,
                "feedback",
                new ExportSection.Rows("SELECT b.* FROM feedback b", "b.follower_id", "b.id"),
                "id",
                "kind",
                "text",
                "status",
                "product",
                "outcome",
                "answer",
                "note",
                "reportedAt:time");
    }
}

package io.siyu.campaign.lifecycle;

import io.siyu.campaign.CampaignReopened;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.util.List;

/** Writes down that a campaign came back to REVIEW: most often an edit takes it there, and nobody a step. */
@ApplicationScoped
class ReopenedSteps {
    private final CampaignHistory history;
    private final Clock clock;

    ReopenedSteps(CampaignHistory history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    void write(@Observes CampaignReopened event) {
        history.add(event.campaign(), event.from(), event.by(), clock.instant(), event.reason(), List.of());
    }
}

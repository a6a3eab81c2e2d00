package io.siyu.campaign.daily;

import io.siyu.campaign.post.DailyPostTouched;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;

/** Notes which occurrences somebody edited or skipped: their plan leaves these alone. */
@ApplicationScoped
class TouchedOccurrences {
    private final DailyOccurrenceRepository occurrences;
    private final Clock clock;

    TouchedOccurrences(DailyOccurrenceRepository occurrences, Clock clock) {
        this.occurrences = occurrences;
        this.clock = clock;
    }

    void touched(@Observes DailyPostTouched event) {
        occurrences.findOfPost(event.post().shopId(), event.post().id()).ifPresent(one -> {
            if (event.post().isRemoved()) {
                one.skip(event.by(), clock.instant());
            } else {
                one.touch(
                        event.by(),
                        event.post().line(),
                        event.post().script() == null
                                ? null
                                : event.post().script().scriptId(),
                        clock.instant());
            }
        });
    }
}

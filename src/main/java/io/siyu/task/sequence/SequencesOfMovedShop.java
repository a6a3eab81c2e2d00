package io.siyu.task.sequence;

import io.siyu.shop.ShopMoved;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;

/** When a shop goes to another zone, the hours of its sequences are those of that one: perhaps one has come already. */
@ApplicationScoped
class SequencesOfMovedShop {
    private final FollowerSequenceRepository sequences;
    private final Clock clock;

    SequencesOfMovedShop(FollowerSequenceRepository sequences, Clock clock) {
        this.sequences = sequences;
        this.clock = clock;
    }

    void follow(@Observes ShopMoved event) {
        sequences.wake(event.shop().id(), clock.instant());
    }
}

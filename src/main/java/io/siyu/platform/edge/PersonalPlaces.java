package io.siyu.platform.edge;

import io.quarkus.security.identity.SecurityIdentity;
import io.siyu.platform.problem.ErrorCode;

import java.time.Duration;

/** Places for what each person may have going on at a time. Who has taken all of them is told to wait. */
public final class PersonalPlaces {
    private final Places places;
    private final SecurityIdentity identity;
    private final Full full;

    /** What is said when no place is left, and after how long to ask again. */
    public record Full(String chinese, String english, Duration pause) {}

    /** @param identity of whoever asks just now */
    public PersonalPlaces(int most, SecurityIdentity identity, Full full) {
        this.places = new Places(most);
        this.identity = identity;
        this.full = full;
    }

    /**
     * A place for whoever asks.
     *
     * @return gives it back; to be run once
     * @throws io.siyu.platform.problem.ProblemException 429 with Retry-After if none is left
     */
    public Runnable take() {
        String person = Client.personOf(identity);
        if (!places.take(person)) {
            throw Refusals.problem(ErrorCode.TOO_MANY_REQUESTS, full.chinese(), full.english())
                    .retryAfter(full.pause());
        }
        return () -> places.giveBack(person);
    }
}

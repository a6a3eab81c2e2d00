package io.siyu.task;

import io.siyu.platform.problem.ErrorCode;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** When something happened, by the device that tells it later. */
public final class DeviceTime {
    /** By so much a phone's clock may be wrong. */
    static final Duration SKEW = Duration.ofSeconds(30);

    private DeviceTime() {}

    /**
     * @param told null for now
     * @throws io.siyu.platform.problem.ProblemException 400 for what lies ahead
     */
    public static Instant of(OffsetDateTime told, Instant now) {
        if (told == null) {
            return now;
        }
        Instant at = told.toInstant().truncatedTo(ChronoUnit.MICROS);
        if (at.isAfter(now.plus(SKEW))) {
            throw ErrorCode.VALIDATION_FAILED.problem("at", "Future", "It cannot have happened yet.");
        }
        return at.isAfter(now) ? now : at;
    }
}

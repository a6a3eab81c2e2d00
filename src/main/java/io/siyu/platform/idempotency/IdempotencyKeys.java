package io.siyu.platform.idempotency;

import io.quarkus.security.identity.SecurityIdentity;
import io.siyu.platform.problem.ErrorCode;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Gives each Idempotency-Key of a user to one request. */
@ApplicationScoped
class IdempotencyKeys {
    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;

    /** After this the first request is taken to have died with its replica. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final KeptAnswerRepository answers;
    private final SecurityIdentity identity;
    private final ReservedKey reserved;
    private final Clock clock;

    IdempotencyKeys(KeptAnswerRepository answers, SecurityIdentity identity, ReservedKey reserved, Clock clock) {
        this.answers = answers;
        this.identity = identity;
        this.reserved = reserved;
        this.clock = clock;
    }

    /**
     * Reserves the key for the running request.
     *
     * @param hash of all that the request asks for
     * @return the answer, if the key has had one
     * @throws io.siyu.platform.problem.ProblemException 400 for a key of no or too many characters, 409 while the first
     *     request is at work, 422 if that was another one
     */
    Optional<Response> reserve(String key, byte[] hash) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw ErrorCode.VALIDATION_FAILED.problem(HEADER, "Size", "Between 1 and " + LONGEST_KEY + " characters.");
        }
        String username = identity.getPrincipal().getName();
        if (answers.reserve(username, key, hash, clock.instant())) {
            reserved.reserve(key);
            return Optional.empty();
        }
        return repeat(username, key, hash);
    }

    private Optional<Response> repeat(String username, String key, byte[] hash) {
        KeptAnswer kept = answers.find(username, key)
                .orElseThrow(() -> ErrorCode.CONFLICT.problem("The first request was just refused; try again."));
        if (!Arrays.equals(kept.requestHash(), hash)) {
            throw ErrorCode.IDEMPOTENCY_KEY_REUSED.problem("Take a new key for a new request.");
        }
        if (kept.status() != null) {
            return Optional.of(answerOf(kept));
        }
        if (kept.createdAt().plus(PATIENCE).isBefore(clock.instant())
                && answers.takeOver(username, key, kept, clock.instant())) {
            reserved.reserve(key);
            return Optional.empty();
        }
        throw ErrorCode.CONFLICT.problem("The first request with this key is still being worked on.");
    }

    private static Response answerOf(KeptAnswer kept) {
        Response.ResponseBuilder answer =
                Response.status(kept.status()).type(MediaType.APPLICATION_JSON).entity(kept.body());
        if (kept.location() != null) {
            answer.header("Location", kept.location());
        }
        return answer.build();
    }
}

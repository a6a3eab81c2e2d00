package io.siyu.platform.idempotency;

import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.OneTransaction;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.WebApplicationException;

import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;

/**
 * Does what is sent under an Idempotency-Key in one transaction with the key and the answer, and repeats the answer when
 * the same is sent again. Whoever comes with the key meanwhile waits for that transaction. What is refused keeps no key:
 * nothing has happened, and the client may try again.
 */
@Interceptor
@Idempotent
@Priority(IdempotentWork.BEHIND_VALIDATION)
class IdempotentWork {
    static final int BEHIND_VALIDATION = Interceptor.Priority.PLATFORM_AFTER + 900;

    private final SentRequest sent;
    private final KeptAnswerRepository answers;
    private final JudgedShops shops;
    private final AnswerFormat format;
    private final AuditTrail trail;
    private final Clock clock;

    IdempotentWork(
            SentRequest sent,
            KeptAnswerRepository answers,
            JudgedShops shops,
            AnswerFormat format,
            AuditTrail trail,
            Clock clock) {
        this.sent = sent;
        this.answers = answers;
        this.shops = shops;
        this.format = format;
        this.trail = trail;
        this.clock = clock;
    }

    /** So that what a method throws gets through code that knows of no checked exceptions. */
    private static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Thrown(Exception cause) {
            super(cause);
        }
    }

    /**
     * @throws io.siyu.platform.problem.ProblemException 409 while the first request is at work for long, 422 if that was
     *     another one, 410 if its answer was erased with a person; and what the work throws
     */
    @AroundInvoke
    Object once(InvocationContext work) throws Exception {
        if (!sent.hasKey()) {
            return work.proceed();
        }
        sent.addFormParts(work.getParameters());
        byte[] key = sent.keyHash();
        byte[] request = sent.requestHash();
        try {
            return OneTransaction.run(() -> doOrRepeat(work, key, request));
        } catch (Thrown e) {
            throw (Exception) e.getCause();
        }
    }

    private Object doOrRepeat(InvocationContext work, byte[] key, byte[] request) {
        if (!answers.reserve(key, request, clock.instant())) {
            throw new WebApplicationException(format.responseOf(repeated(key, request)));
        }
        Object answer = proceed(work);
        keep(key, work.getMethod(), answer);
        return answer;
    }

    private Answer repeated(byte[] key, byte[] request) {
        KeptAnswer kept = answers.find(key)
                .orElseThrow(() -> ErrorCode.CONFLICT.problem("The first request was just forgotten; try again."));
        if (!Arrays.equals(kept.requestHash(), request)) {
            throw ErrorCode.IDEMPOTENCY_KEY_REUSED.problem("Take a new key for a new request.");
        }
        if (kept.isErased()) {
            if (kept.shopId() != 0) {
                shops.judge(kept.shopId());
            }
            throw ErrorCode.ANSWER_ERASED.problem(
                    "The request was done, and is not done again. Its answer told of a person who was erased since.");
        }
        Answer answer = answers.open(kept);
        answer.shops().forEach(shops::judge);
        trail.nothingChanged();
        return answer;
    }

    private void keep(byte[] key, Method operation, Object answered) {
        Optional<Answer> answer = format.answerOf(operation, answered, shops.shopIds());
        answer.ifPresentOrElse(given -> answers.keep(key, given), () -> answers.forget(key));
    }

    private static Object proceed(InvocationContext work) {
        try {
            return work.proceed();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new Thrown(e);
        }
    }
}

package io.siyu.content.material.store;

import io.minio.errors.MinioException;
import io.minio.http.HttpUtils;
import io.siyu.platform.problem.ErrorCode;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jboss.logging.Logger;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;

/**
 * What the server of the bucket is asked: so much at a time, so that one that hangs holds no more than so many requests,
 * and connections to the database, of this replica.
 */
final class S3Calls {
    private static final Logger LOG = Logger.getLogger(S3Calls.class);
    private static final int AT_A_TIME = 16;
    private static final int MOST_WAITING = 40;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(20);
    /** From the first byte to the last, for a server that sends one from time to time. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(1);

    private final Places places = new Places(
            AT_A_TIME,
            MOST_WAITING,
            LONGEST_WAIT,
            "Too much is asked of the store of materials. Try again in a moment.");

    /** What is asked. */
    @FunctionalInterface
    interface Call<T> {
        T run() throws MinioException, GeneralSecurityException, IOException;
    }

    /** How it is asked; by itself the library would have more than five wait without an end. */
    static OkHttpClient http() {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequestsPerHost(AT_A_TIME);
        return HttpUtils.newDefaultHttpClient(CONNECTING.toMillis(), SILENCE.toMillis(), SILENCE.toMillis())
                .newBuilder()
                .dispatcher(dispatcher)
                .callTimeout(LONGEST_CALL)
                .build();
    }

    /** @throws io.siyu.platform.problem.ProblemException 503 if it does not answer, or not what it is asked for */
    <T> T ask(Call<T> call) {
        places.take();
        try {
            return call.run();
        } catch (MinioException | GeneralSecurityException | IOException e) {
            throw away(e);
        } finally {
            places.giveBack();
        }
    }

    /** One line, and no stack: while the server is away there is one of them a request. */
    static RuntimeException away(Exception e) {
        LOG.errorf("The store of materials does not do what it is asked for: %s", e);
        LOG.debug("The same with its stack", e);
        return ErrorCode.UNAVAILABLE.problem("The store of materials does not answer. Try again in a moment.");
    }
}

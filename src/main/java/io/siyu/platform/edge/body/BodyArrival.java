package io.siyu.platform.edge.body;

import io.siyu.platform.edge.Refusals;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

import java.nio.channels.ClosedChannelException;
import java.time.Duration;

/** One body on its way, received on the event loop of its connection: nobody waits for it but the client. */
final class BodyArrival {
    private static final long LOOK_MILLIS = 250;
    private static final String CONTINUE = "100-continue";

    private final HttpServerRequest request;
    private final Vertx vertx;
    private final long most;
    private final Pace pace;
    private final BodySink sink;
    private final Promise<Void> over = Promise.promise();
    private long bytes;
    private long startedAt;
    private long movedAt;
    private long timer;
    private boolean isEnding;
    private boolean isOurTurn;

    /** @param most bytes that are taken */
    BodyArrival(HttpServerRequest request, Vertx vertx, long most, Pace pace, BodySink sink) {
        this.request = request;
        this.vertx = vertx;
        this.most = most;
        this.pace = pace;
        this.sink = sink;
    }

    /**
     * To be called on the event loop.
     *
     * @return done when all is there; failed with what the client is to be told, and then nothing is left of it
     */
    Future<Void> receive() {
        startedAt = System.nanoTime();
        movedAt = startedAt;
        if (request.response().closed()) {
            refuse(new ClosedChannelException());
            return over.future();
        }
        timer = vertx.setPeriodic(LOOK_MILLIS, id -> look());
        request.exceptionHandler(gone -> refuse(new ClosedChannelException()));
        request.handler(this::take);
        request.endHandler(end -> complete());
        if (CONTINUE.equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        request.resume();
        return over.future();
    }

    private void take(Buffer part) {
        if (isEnding) {
            return;
        }
        bytes += part.length();
        movedAt = System.nanoTime();
        if (bytes > most) {
            refuse(Refusals.tooLarge(most));
            return;
        }
        Future<Void> taken = sink.take(part);
        if (!taken.isComplete()) {
            request.pause();
            isOurTurn = true;
        }
        taken.onSuccess(done -> goOn()).onFailure(this::refuse);
    }

    /** What we took to write is no silence of the client's. */
    private void goOn() {
        if (isOurTurn && !isEnding) {
            long ours = System.nanoTime() - movedAt;
            startedAt += ours;
            movedAt += ours;
            isOurTurn = false;
            request.resume();
        }
    }

    private void complete() {
        if (isEnding) {
            return;
        }
        isOurTurn = true;
        sink.complete().onSuccess(done -> finish()).onFailure(this::refuse);
    }

    private void finish() {
        if (!isEnding) {
            isEnding = true;
            vertx.cancelTimer(timer);
            over.complete();
        }
    }

    private void look() {
        long now = System.nanoTime();
        if (!isOurTurn && !pace.isKept(Duration.ofNanos(now - startedAt), Duration.ofNanos(now - movedAt), bytes)) {
            refuse(Refusals.tooSlow());
        }
    }

    private void refuse(Throwable reason) {
        if (!isEnding) {
            isEnding = true;
            vertx.cancelTimer(timer);
            sink.discard().onComplete(done -> over.fail(reason));
        }
    }
}

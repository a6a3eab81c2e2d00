package io.siyu.platform.download;

import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

import jakarta.ws.rs.core.StreamingOutput;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** One answer on its way: until it has been sent, or its client has gone or been given up. */
public final class Download {
    private static final Logger LOG = Logger.getLogger(Download.class);
    private static final int BUFFER = 1 << 16;
    private static final int LOOKS_A_SILENCE = 6;

    private final RoutingContext http;
    private final Duration longestSilence;
    private final CompletableFuture<Void> written = new CompletableFuture<>();
    private final CompletableFuture<Void> answered = new CompletableFuture<>();
    private AsyncFile file;

    /** @param longestSilence for how long the client may take nothing */
    Download(RoutingContext http, Duration longestSilence) {
        this.http = http;
        this.longestSilence = longestSilence;
        http.addEndHandler(end -> answered.complete(null));
        if (http.response().closed()) {
            // It had gone before anybody listened.
            answered.complete(null);
        }
    }

    /** @param then runs once, when nothing is done for this answer any more */
    void whenOver(Runnable then) {
        CompletableFuture.allOf(written, answered).thenRun(then);
    }

    /** Writes all of it and opens it for sending. The file has no name any more then, so that none can be left. */
    void write(DownloadFolder folder, Supplier<StreamingOutput> content) throws IOException {
        try {
            StreamingOutput body = content.get();
            Path path = folder.newFile();
            try {
                try (OutputStream out =
                        new BufferedOutputStream(new WhileAwaited(Files.newOutputStream(path)), BUFFER)) {
                    body.write(out);
                }
                open(path);
            } finally {
                Files.delete(path);
            }
        } finally {
            written.complete(null);
        }
    }

    private void open(Path path) {
        OpenOptions reading = new OpenOptions().setWrite(false).setCreate(false);
        file = http.vertx().fileSystem().openBlocking(path.toString(), reading);
        answered.thenRun(file::close);
    }

    /** Begins to send it. @param then runs when that is over, however it ends */
    void send(Runnable then) {
        answered.thenRun(then);
        // Where the client's going is told of as well, so that the file is not closed in between.
        http.vertx().getOrCreateContext().runOnContext(go -> {
            if (!answered.isDone()) {
                pipe(http.response().setChunked(true));
            }
        });
    }

    private void pipe(HttpServerResponse response) {
        new Watch(response).begin();
        file.pipe().endOnFailure(false).to(response).onFailure(e -> {
            LOG.debug("A download was broken off", e);
            breakOff();
        });
    }

    /** So that the client does not take a part for the whole. */
    private void breakOff() {
        if (http.request().version() == HttpVersion.HTTP_2) {
            http.response().reset();
        } else if (http.request().connection() instanceof ConnectionBase connection) {
            // Its own close, or its channel's, would wait until what is queued has been taken.
            connection.channelHandlerContext().close();
        }
    }

    /** Gives up a client that takes nothing for long: what is sent waits for it in a queue that has an end. */
    private final class Watch {
        private final HttpServerResponse response;
        private long sent;
        private long since = System.nanoTime();

        Watch(HttpServerResponse response) {
            this.response = response;
        }

        void begin() {
            long pause = Math.max(1, longestSilence.toMillis() / LOOKS_A_SILENCE);
            long timer = http.vertx().setPeriodic(pause, look -> look());
            answered.thenRun(() -> http.vertx().cancelTimer(timer));
        }

        private void look() {
            long now = response.bytesWritten();
            if (now != sent) {
                sent = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > longestSilence.toNanos()) {
                LOG.debugf("Nothing of a download was taken for %s", longestSilence);
                breakOff();
            }
        }
    }

    /** Ends the writing soon after the client has gone. */
    private final class WhileAwaited extends FilterOutputStream {
        WhileAwaited(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (answered.isDone()) {
                throw new ClosedChannelException();
            }
            out.write(bytes, offset, length);
        }
    }
}

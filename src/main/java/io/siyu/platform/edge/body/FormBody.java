package io.siyu.platform.edge.body;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/** A form that goes to the disk as it arrives. A worker is needed only for as long as it takes to write what is there. */
final class FormBody implements BodySink {
    private static final int WRITTEN_AT_ONCE = 65_536;

    private final Vertx vertx;
    private final FormFiles files;
    private Buffer gathered = Buffer.buffer();
    private FormData data;

    FormBody(Vertx vertx, FormFiles files) {
        this.vertx = vertx;
        this.files = files;
    }

    @Override
    public Future<Void> take(Buffer part) {
        gathered.appendBuffer(part);
        return gathered.length() < WRITTEN_AT_ONCE ? Future.succeededFuture() : onWorker(writing());
    }

    @Override
    public Future<Void> complete() {
        Runnable rest = writing();
        return onWorker(() -> {
            rest.run();
            data = files.complete();
        });
    }

    @Override
    public Future<Void> discard() {
        return onWorker(files::discard);
    }

    FormData data() {
        return data;
    }

    /** Without a copy: Vert.x 5 has another way to the bytes, 4 only this one. */
    @SuppressWarnings("deprecation")
    private Runnable writing() {
        Buffer ready = gathered;
        gathered = Buffer.buffer();
        return () -> files.read(ready.getByteBuf().nioBuffer());
    }

    private Future<Void> onWorker(Runnable work) {
        return vertx.executeBlocking(
                () -> {
                    work.run();
                    return null;
                },
                false);
    }
}

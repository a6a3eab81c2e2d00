package io.siyu.platform.edge.body;

import io.netty.buffer.ByteBufInputStream;
import io.siyu.platform.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

import java.io.InputStream;

/** A body that is held in memory until its request is answered. */
final class HeldBody implements BodySink {
    private final Allowance memory;
    private final String client;
    private final Buffer bytes = Buffer.buffer();
    private long held;

    /** @param client of whose share it is held */
    HeldBody(Allowance memory, String client) {
        this.memory = memory;
        this.client = client;
    }

    @Override
    public synchronized Future<Void> take(Buffer part) {
        // Only what has arrived counts: to announce much costs a client nothing.
        try {
            memory.take(client, part.length());
        } catch (ProblemException refusal) {
            return Future.failedFuture(refusal);
        }
        held += part.length();
        bytes.appendBuffer(part);
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> complete() {
        return Future.succeededFuture();
    }

    @Override
    public synchronized Future<Void> discard() {
        memory.giveBack(client, held);
        held = 0;
        return Future.succeededFuture();
    }

    int length() {
        return bytes.length();
    }

    /** As Netty holds it: Vert.x 5 has another way, 4 only this one. */
    @SuppressWarnings("deprecation")
    InputStream content() {
        return new ByteBufInputStream(bytes.getByteBuf());
    }
}

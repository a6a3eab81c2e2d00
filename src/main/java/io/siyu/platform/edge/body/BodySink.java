package io.siyu.platform.edge.body;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/** Where a body goes as it arrives. */
interface BodySink {
    /** @return done when more can be taken */
    Future<Void> take(Buffer part);

    /** To be called when all of it is there. @return done when it is ready to be read */
    Future<Void> complete();

    /** Gives back what it takes up. May be called more than once. */
    Future<Void> discard();
}

package io.siyu.platform.edge.body;

import io.vertx.core.Future;
import io.vertx.core.Promise;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Lets large bodies be worked on as far as all of them together are no larger than so many bytes. The others wait in line,
 * each without a worker: what is made of a body takes many times its size.
 */
public final class Turns {
    private final long most;
    private final Deque<Turn> line = new ArrayDeque<>();
    private long atWork;

    public Turns(long bytes) {
        most = bytes;
    }

    /** @param bytes of one body; if they are more than all may have, it is worked on alone */
    public Turn join(long bytes) {
        Turn turn = new Turn(Math.min(bytes, most));
        synchronized (this) {
            line.add(turn);
        }
        advance();
        return turn;
    }

    private void advance() {
        List<Turn> next = new ArrayList<>();
        synchronized (this) {
            while (!line.isEmpty() && atWork + line.peek().bytes <= most) {
                Turn turn = line.remove();
                turn.isAtWork = true;
                atWork += turn.bytes;
                next.add(turn);
            }
        }
        next.forEach(turn -> turn.begun.complete());
    }

    /** The place of one body in the line. */
    public final class Turn {
        private final long bytes;
        private final Promise<Void> begun = Promise.promise();
        private boolean isAtWork;

        private Turn(long bytes) {
            this.bytes = bytes;
        }

        /** @return done when the work may begin */
        public Future<Void> begun() {
            return begun.future();
        }

        /** To be called when the work is over, or nobody waits for it any more. May be called more than once. */
        public void end() {
            synchronized (Turns.this) {
                if (isAtWork) {
                    isAtWork = false;
                    atWork -= bytes;
                } else {
                    line.remove(this);
                }
            }
            advance();
        }
    }
}

package io.siyu.order.incoming;

import io.siyu.platform.text.UtcText;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Puts into words what orders say, one after the other in one place, for a file has millions of them. For one thread. */
final class OrderContent {
    private static final char SEPARATOR = '\u001f';

    private final Words words = new Words();
    private final UtcText times = new UtcText();
    private final StringBuilder time = new StringBuilder();

    private static final class Words extends ByteArrayOutputStream {
        ByteBuffer soFar() {
            return ByteBuffer.wrap(buf, 0, count);
        }
    }

    /**
     * All that the order says, in one text in UTF-8: two orders with the same content are the same. The hash of this very
     * text is stored: written otherwise, all orders would look changed when they come again.
     *
     * @return what is good until the next order is put into words
     */
    ByteBuffer of(IncomingOrder order) {
        words.reset();
        add(order.orderNo());
        add(order.status());
        add(text(order.createdAt()));
        add(text(order.paidAt()));
        add(order.paid().toPlainString());
        add(order.refund().toPlainString());
        add(order.buyer().platformId());
        add(order.buyer().phone());
        add(order.buyer().email());
        add(order.buyer().name());
        add(order.buyer().address());
        for (IncomingLine line : order.lines()) {
            add(line.asText());
        }
        if (order.refundUnknown()) {
            // Told of these only: what all others say stays as it was.
            add("refund without amount");
        }
        return words.soFar();
    }

    private CharSequence text(Instant instant) {
        if (instant == null) {
            return null;
        }
        time.setLength(0);
        times.append(instant, time);
        return time.append('Z');
    }

    private void add(Object part) {
        words.writeBytes(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
        words.write(SEPARATOR);
    }
}

package io.siyu.webhook.payload;

import io.siyu.order.Reason;
import io.siyu.order.incoming.IncomingOrder;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What a delivery tells. Orders and refunds go by the platform's own ids, which only deliveries know. */
public sealed interface WebhookEvent {
    /**
     * An order as it was at its sourceAt.
     *
     * @param refunds those that the platform tells of one by one, also apart from the order
     * @param tellsAllRefunds whether a refund that is not among them is no more
     * @param refundsKnown how many refunds it knows of; the more, the later in the order's life it speaks
     * @param paidAt when it was paid, if that is what is told; null if it is not
     * @param note what was made of words that are nobody's but the shop's; null where all were known
     */
    record Order(
            String externalId,
            IncomingOrder order,
            List<Refund> refunds,
            boolean tellsAllRefunds,
            int refundsKnown,
            Instant paidAt,
            Reason note)
            implements WebhookEvent {}

    /** A refund by itself; of its order it names the id only. */
    record Refunded(String externalId, Refund refund) implements WebhookEvent {}

    /**
     * The order is no more.
     *
     * @param reason why it never was one, null for one that was deleted
     */
    record Gone(String externalId, Instant at, Reason reason) implements WebhookEvent {}

    /** Nothing that Siyu keeps. */
    record Nothing(Reason reason) implements WebhookEvent {}

    /**
     * A refund as it was at some time: money that is on its way goes back, and may come back again.
     *
     * @param amount what went back, in the shop's currency; 0 while it is on its way, or if it failed
     * @param stage how far it has come: of two words of one time, that of the later stage is the later one
     * @param at the time as of which it is told
     */
    record Refund(String id, BigDecimal amount, Stage stage, Instant at) {
        private static final Comparator<Refund> BY_TIME = Comparator.comparing(
                        Refund::at, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
                .thenComparing(Refund::stage)
                .thenComparing(Refund::amount);

        /** Stored by their place. */
        public enum Stage {
            ON_ITS_WAY,
            DONE,
            FAILED
        }

        public Refund withdrawn(Instant when) {
            return new Refund(id, BigDecimal.ZERO, Stage.FAILED, when);
        }

        public boolean isNewerThan(Refund other) {
            return BY_TIME.compare(this, other) > 0;
        }
    }
}

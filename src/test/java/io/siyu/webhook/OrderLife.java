package io.siyu.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What truly happens to one order, minute by minute, and how it is told: by an export at some time in it, and by one
 * platform's webhooks at each of its events. Who ordered, and by which keys the order tells so, is the same throughout.
 */
public final class OrderLife {
    /** At least as many minutes as a life has events, so that exports fall before, between and behind them. */
    public static final int MINUTES = 8;

    private static final Instant START = Instant.parse("2025-01-01T10:00:00Z");
    private static final int PERSONS = 40;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int number;
    private final int person;
    private final int cents;
    private final int minuteOfPayment;
    private final End end;
    private final boolean isPaymentHooked;
    private final boolean isRefundHookedAlone;

    private enum End {
        KEPT,
        COMPLETED,
        PARTLY_REFUNDED,
        REFUNDED,
        CANCELLED,
        NEVER_PAID,
        DELETED
    }

    /** A webhook as it is sent. */
    public record Delivery(String topic, byte[] body) {}

    public OrderLife(int number, Random random) {
        this.number = number;
        this.person = random.nextInt(PERSONS);
        this.cents = 2 * (100 + random.nextInt(5000));
        this.minuteOfPayment = 1 + random.nextInt(3);
        this.end = End.values()[random.nextInt(End.values().length)];
        this.isPaymentHooked = random.nextInt(3) > 0;
        this.isRefundHookedAlone = random.nextInt(3) == 0;
    }

    /** The minute of the last event; the payment is at least one before. */
    private int minuteOfEnd() {
        return minuteOfPayment + 2;
    }

    private boolean isPaid(int minute) {
        return end != End.NEVER_PAID && minute >= minuteOfPayment;
    }

    private boolean isOver(int minute) {
        return minute >= minuteOfEnd() && end != End.KEPT;
    }

    private int wentBack(int minute) {
        return switch (end) {
            case PARTLY_REFUNDED -> isOver(minute) ? cents / 2 : 0;
            case REFUNDED -> isOver(minute) ? cents : 0;
            case KEPT, COMPLETED, CANCELLED, NEVER_PAID, DELETED -> 0;
        };
    }

    /**
     * A row of the generic format, told some seconds behind the events of that minute.
     *
     * @param saysWhenPaid whether the export has the time of payment
     */
    public String row(int minute, int seconds, boolean saysWhenPaid) {
        String status = isPaid(minute) ? "PAID" : "UNPAID";
        if (isOver(minute)) {
            status = switch (end) {
                case KEPT, PARTLY_REFUNDED, DELETED -> "PAID";
                case COMPLETED -> "COMPLETED";
                case REFUNDED -> "REFUNDED";
                case CANCELLED, NEVER_PAID -> "CANCELLED";
            };
        }
        return String.join(
                ",",
                "N" + number,
                platformId(),
                // No source says by chance what another one says: whose time is kept then depends on who came first.
                at(0).plusSeconds(seconds).toString(),
                isPaid(minute) && saysWhenPaid ? at(minuteOfPayment).toString() : "",
                isPaid(minute) ? money(cents) : "0.00",
                money(wentBack(minute)),
                status,
                phone(),
                at(minute).plusSeconds(seconds).toString());
    }

    /** Webhooks of Shopify, whose orders carry no time of payment, and whose refunds are mostly told of twice. */
    public List<Delivery> shopify() {
        List<Delivery> all = new ArrayList<>(List.of(shopify("orders/create", 0)));
        if (end != End.NEVER_PAID && isPaymentHooked) {
            all.add(shopify("orders/paid", minuteOfPayment));
        }
        if (wentBack(minuteOfEnd()) > 0) {
            Map<String, Object> refund = refund();
            refund.put("order_id", number);
            all.add(new Delivery("refunds/create", json(refund)));
        }
        switch (end) {
            case KEPT -> {}
            case COMPLETED -> all.add(shopify("orders/fulfilled", minuteOfEnd()));
            case PARTLY_REFUNDED, REFUNDED -> {
                if (!isRefundHookedAlone) {
                    all.add(shopify("orders/updated", minuteOfEnd()));
                }
            }
            case CANCELLED, NEVER_PAID -> all.add(shopify("orders/cancelled", minuteOfEnd()));
            case DELETED -> all.add(new Delivery("orders/delete", json(Map.of("id", number))));
        }
        return all;
    }

    /** WooCommerce's, each of them the whole order. */
    public List<Delivery> wooCommerce() {
        List<Delivery> all = new ArrayList<>(List.of(wooCommerce("order.created", 0)));
        if (end != End.NEVER_PAID && isPaymentHooked) {
            all.add(wooCommerce("order.updated", minuteOfPayment));
        }
        if (end == End.DELETED) {
            all.add(new Delivery("order.deleted", json(Map.of("id", number))));
        } else if (end != End.KEPT) {
            all.add(wooCommerce("order.updated", minuteOfEnd()));
        }
        return all;
    }

    private Delivery shopify(String topic, int minute) {
        Map<String, Object> order = new HashMap<>();
        order.put("id", number);
        order.put("name", "#N" + number);
        order.put("created_at", at(0).toString());
        order.put("updated_at", at(minute).toString());
        order.put("financial_status", financialStatus(minute));
        order.put("total_price", money(cents));
        order.put("current_total_price", money(cents - wentBack(minute)));
        order.put("customer", Map.of("id", platformId()));
        order.put("phone", phone());
        order.put("refunds", wentBack(minute) > 0 ? List.of(refund()) : List.of());
        if (isOver(minute) && end == End.COMPLETED) {
            order.put("fulfillment_status", "fulfilled");
        }
        if (isOver(minute) && (end == End.CANCELLED || end == End.NEVER_PAID)) {
            order.put("cancelled_at", at(minute).toString());
        }
        return new Delivery(topic, json(order));
    }

    private String financialStatus(int minute) {
        if (!isPaid(minute)) {
            return isOver(minute) ? "voided" : "pending";
        }
        if (wentBack(minute) == 0) {
            return "paid";
        }
        return end == End.REFUNDED ? "refunded" : "partially_refunded";
    }

    private Map<String, Object> refund() {
        return new HashMap<>(Map.of(
                "id",
                number,
                "transactions",
                List.of(Map.of("kind", "refund", "status", "success", "amount", money(wentBack(minuteOfEnd()))))));
    }

    private Delivery wooCommerce(String topic, int minute) {
        Map<String, Object> order = new HashMap<>();
        order.put("id", number);
        order.put("number", "N" + number);
        order.put("date_created_gmt", local(0));
        order.put("date_modified_gmt", local(minute));
        order.put("status", wooStatus(minute));
        order.put("total", money(cents));
        order.put("customer_id", platformId());
        order.put("billing", Map.of("phone", phone()));
        order.put(
                "refunds", wentBack(minute) > 0 ? List.of(Map.of("total", "-" + money(wentBack(minute)))) : List.of());
        if (isPaid(minute)) {
            order.put("date_paid_gmt", local(minuteOfPayment));
        }
        return new Delivery(topic, json(order));
    }

    private String wooStatus(int minute) {
        String open = isPaid(minute) ? "processing" : "pending";
        return switch (end) {
            case KEPT, PARTLY_REFUNDED, DELETED -> open;
            case COMPLETED -> isOver(minute) ? "completed" : open;
            case REFUNDED -> isOver(minute) ? "refunded" : open;
            case CANCELLED, NEVER_PAID -> isOver(minute) ? "cancelled" : open;
        };
    }

    private String platformId() {
        return number % 3 == 0 ? "" : "b" + person;
    }

    private String phone() {
        return number % 3 == 1 ? "" : "138%08d".formatted(person);
    }

    private static Instant at(int minute) {
        return START.plusSeconds(60L * minute);
    }

    private static String local(int minute) {
        return at(minute).toString().replace("Z", "");
    }

    private static String money(int cents) {
        return "%d.%02d".formatted(cents / 100, cents % 100);
    }

    private static byte[] json(Map<String, Object> fields) {
        try {
            return JSON.writeValueAsBytes(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

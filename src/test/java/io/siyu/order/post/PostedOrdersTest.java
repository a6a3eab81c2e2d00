package io.siyu.order.post;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.siyu.order.IntakeTerms;
import io.siyu.order.file.format.GenericFormat;
import io.siyu.order.incoming.IncomingOrder;
import io.siyu.platform.language.Language;
import org.junit.jupiter.api.Test;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Inputs invented after public reports. */
class PostedOrdersTest {
    private static final IntakeTerms TERMS = new IntakeTerms(Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));

    private static PostedOrders posted(String... orders) throws Exception {
        String json = Arrays.stream(orders).collect(Collectors.joining(",", "[", "]"));
        List<PostOrderRequest> requests = JsonMapper.builder()
                .build()
                .readValue(json, PostOrdersRequest.class)
                .orders();
        return new PostedOrders(new GenericFormat(), requests, TERMS, Language.ENGLISH);
    }

    private static String order(String number, int day, String more) {
        return "{\"orderNo\":" + number + ",\"orderedAt\":\"2026-03-0" + day
                + "T10:00:00\",\"paidAmount\":\"10.00\",\"status\":\"COMPLETED\"" + more + "}";
    }

    @Test
    void refusesNumbersThatAProgramHasRounded() throws Exception {
        PostedOrders posted = posted(order("2022072512345920000", 1, ""), order("2022072512346310000", 2, ""));
        assertThat(posted.orders()).isEmpty();
        assertThat(posted.rejects()).hasSize(2).allSatisfy(reject -> {
            assertThat(reject.field()).isEqualTo("orderNo");
            assertThat(reject.reason()).contains("round");
        });
    }

    @Test
    void refusesDifferentOrdersUnderOneRoundedNumber() throws Exception {
        PostedOrders posted = posted(
                order("\"2022072512345920000\"", 1, ""),
                order("\"2022072512345920000\"", 2, ""),
                order("\"2022072512345921234\"", 2, ""),
                order("\"2022072512345921235\"", 2, ""));
        assertThat(posted.orders()).hasSize(2);
        assertThat(posted.rejects()).hasSize(2);
    }

    @Test
    void takesOneHonestNumberThatEndsInZerosAndAnewWhatItSays() throws Exception {
        assertThat(posted(order("\"2022072512345920000\"", 1, "")).orders()).hasSize(1);
        PostedOrders twice = posted(
                order("\"2022072512345920000\"", 1, ""),
                order("\"2022072512345920000\"", 1, ",\"refundAmount\":\"1\""));
        assertThat(twice.orders()).hasSize(1);
        assertThat(twice.superseded()).isEqualTo(1);
    }

    @Test
    void refusesOrdersInAnotherCurrency() throws Exception {
        PostedOrders posted = posted(
                order("\"A1\"", 1, ",\"currency\":\"USD\""),
                order("\"A2\"", 1, ",\"currency\":\"cny\""),
                order("\"A3\"", 1, ""),
                order("\"A4\"", 1, ",\"currency\":null"));
        assertThat(posted.orders()).extracting(IncomingOrder::orderNo).containsExactly("A2", "A3", "A4");
        assertThat(posted.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.field()).isEqualTo("currency");
            assertThat(reject.value()).isEqualTo("USD");
            assertThat(reject.reason()).contains("currenc");
        });
    }
}

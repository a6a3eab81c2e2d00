package io.siyu.order.file;

import io.siyu.order.Exclusion;
import io.siyu.order.incoming.IncomingOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

/** The small exports of every format, which tell of the same orders as far as their platforms do. */
class EveryFormatTest {
    private static List<IncomingOrder> counted(ReadFile file) {
        return file.orders.stream()
                .filter(o -> Exclusion.of(o.status(), o.paid(), o.refund(), BigDecimal.ZERO) == null)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "taobao,taobao_orders.csv,30,26,11287.15,20",
        "taobao,taobao_orders.xlsx,30,26,11287.15,20",
        "youzan,youzan_orders.csv,30,26,11287.15,20",
        "generic,generic_orders.csv,30,26,11287.15,20",
        "pdd,pdd_orders.csv,30,26,11321.93,0",
        "jd,jd_orders.csv,27,24,10924.19,17",
        "douyin,douyin_orders.csv,27,24,10924.19,0",
        "shopify,shopify_orders.csv,27,24,10889.41,17"
    })
    void isRecognisedAndCountedExactly(
            String format, String name, int orders, int counted, BigDecimal net, int buyers) {
        ReadFile file = ReadFile.ofResource(name);

        assertThat(file.format.code()).isEqualTo(format);
        assertThat(file.rejects).isEmpty();
        assertThat(file.orders).hasSize(orders);
        assertThat(counted(file)).hasSize(counted);
        assertThat(counted(file).stream().map(IncomingOrder::net).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(net);
        assertThat(file.orders.stream()
                        .map(IncomingOrder::buyer)
                        .map(b -> Objects.requireNonNullElse(b.platformId(), String.valueOf(b.phone())))
                        .filter(key -> !key.equals("null"))
                        .distinct())
                .hasSize(buyers);
    }

    @Test
    void tellsTheSameOrdersFromAWorkbookAsFromText() {
        assertThat(ReadFile.ofResource("taobao_orders.xlsx").orders)
                .isEqualTo(ReadFile.ofResource("taobao_orders.csv").orders);
    }

    @ParameterizedTest
    @ValueSource(strings = {"taobao", "jd", "pdd", "douyin", "youzan", "shopify", "generic"})
    void isNotTakenForAnyOtherFormat(String format) {
        for (String other : List.of("taobao", "jd", "pdd", "douyin", "youzan", "shopify", "generic")) {
            if (!other.equals(format)) {
                assertThat(ReadFile.isRefused(format + "_orders.csv", other))
                        .as(format + " as " + other)
                        .isTrue();
            }
        }
    }
}

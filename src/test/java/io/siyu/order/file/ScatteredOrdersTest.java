package io.siyu.order.file;

import io.siyu.order.file.row.Reject;
import io.siyu.order.incoming.IncomingLine;
import io.siyu.order.incoming.IncomingOrder;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** However a file is sorted, its orders are the same. */
class ScatteredOrdersTest {
    private static final String JD = "订单号,商品名称,下单时间,应付金额,订单状态,下单帐号\n";
    private static final String SHOPIFY = "Name,Financial Status,Total,Created at,Lineitem name\n";

    private static Map<String, List<Object>> orders(String header, List<String> rows) {
        ReadFile file = ReadFile.of((header + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(file.rejects).isEmpty();
        Map<String, List<Object>> orders = new HashMap<>();
        for (IncomingOrder order : file.orders) {
            List<IncomingLine> lines = order.lines();
            Object before = orders.put(
                    order.orderNo(),
                    List.of(
                            order.status(),
                            order.net(),
                            order.createdAt(),
                            lines.stream().map(IncomingLine::title).collect(Collectors.toSet()),
                            lines.size()));
            assertThat(before).isNull();
        }
        return orders;
    }

    private static List<String> shuffled(List<String> rows, int seed) {
        List<String> other = new ArrayList<>(rows);
        Collections.shuffle(other, new Random(seed));
        return other;
    }

    @Property(tries = 60)
    void jdOrdersDoNotDependOnTheSequenceOfRows(@ForAll @IntRange(min = 1, max = 1_000_000) int seed) {
        List<String> rows = new ArrayList<>();
        for (int order = 0; order < 12; order++) {
            for (int article = 0; article <= order % 4; article++) {
                rows.add("24120100%02d,T%d,2024-12-01 10:00:00,%d.00,完成,b".formatted(order, article, 10 + order));
            }
        }

        assertThat(orders(JD, shuffled(rows, seed))).isEqualTo(orders(JD, rows));
    }

    @Property(tries = 60)
    void shopifyOrdersDoNotLoseTheRowThatTellsOfTheOrder(@ForAll @IntRange(min = 1, max = 1_000_000) int seed) {
        List<String> rows = new ArrayList<>();
        for (int order = 0; order < 12; order++) {
            rows.add("#%d,paid,%d.00,2024-12-01 10:00:00 +0800,T".formatted(order, 10 + order));
            for (int article = 0; article < order % 4; article++) {
                rows.add("#%d,,,2024-12-01 10:00:00 +0800,T%d".formatted(order, article));
            }
        }

        assertThat(orders(SHOPIFY, shuffled(rows, seed))).isEqualTo(orders(SHOPIFY, rows));
    }

    @Test
    void losesARowThatCannotBeReadAndNotItsOrder() {
        String good = "241201001,A,2024-12-01 10:00:00,10.00,完成,b\n";
        String other = "241201002,A,2024-12-01 10:00:00,10.00,完成,b\n";
        ReadFile together = ReadFile.of(JD + good + good.replace("10.00", "bad") + other);
        ReadFile apart = ReadFile.of(JD + good.replace("10.00", "bad") + other + good);

        assertThat(together.orders).extracting(IncomingOrder::orderNo).containsExactly("241201001", "241201002");
        assertThat(together.rejects).extracting(Reject::row).containsExactly(3L);
        assertThat(apart.orders).extracting(IncomingOrder::orderNo).containsExactly("241201002", "241201001");
        assertThat(apart.rejects).extracting(Reject::row).containsExactly(2L);
    }

    @Test
    void rejectsAnOrderOnceOfWhichNoRowCanBeRead() {
        String bad = "241201001,A,2024-12-01 10:00:00,bad,完成,b\n";
        String other = "241201002,A,2024-12-01 10:00:00,10.00,完成,b\n";

        assertThat(ReadFile.of(JD + bad + bad).rejects).hasSize(1);
        assertThat(ReadFile.of(JD + bad + other + bad).rejects).hasSize(1);
    }

    @Test
    void takesTheLaterStateWhereTwoExportsWerePutTogether() {
        String shipped = "241201001,A,2024-12-01 10:00:00,10.00,等待确认收货,b\n";
        String other = "241201002,A,2024-12-01 10:00:00,10.00,完成,b\n";
        ReadFile file = ReadFile.of(JD + shipped + other + shipped.replace("等待确认收货", "完成"));

        assertThat(file.orders).hasSize(2);
        assertThat(file.orders.get(0).status()).isEqualTo(io.siyu.order.OrderStatus.COMPLETED);
    }
}

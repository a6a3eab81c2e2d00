package io.siyu.order.incoming;

import io.siyu.buyer.match.BuyerDetails;
import io.siyu.order.OrderStatus;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Hashes of this text are stored with every order: if it changed, a re-import would write all orders again. */
class OrderContentTest {
    @Test
    void staysAsItWasWhenOrdersWereStored() {
        IncomingOrder order = new IncomingOrder(
                "2010120100001",
                OrderStatus.COMPLETED,
                Instant.parse("2010-12-01T00:26:00Z"),
                Instant.parse("2010-12-01T00:26:31.5Z"),
                new BigDecimal("139.12"),
                new BigDecimal("0.00"),
                new BuyerDetails("tb17850", "+8613800138000", null, "李磊", "浙江省杭州市"),
                List.of(
                        new IncomingLine("白色爱心灯", "84029G", 6, new BigDecimal("3.39")),
                        new IncomingLine("红色热水瓶", null, null, null)),
                null);

        OrderContent content = new OrderContent();
        content.of(order.withLines(List.of()));

        assertThat(StandardCharsets.UTF_8.decode(content.of(order)).toString().replace('\u001f', '|'))
                .isEqualTo("2010120100001|COMPLETED|2010-12-01T00:26:00Z|2010-12-01T00:26:31.500Z|139.12|0.00|tb17850"
                        + "|+8613800138000|null|李磊|浙江省杭州市"
                        + "|IncomingLine[title=白色爱心灯, sku=84029G, quantity=6, unitPrice=3.39]"
                        + "|IncomingLine[title=红色热水瓶, sku=null, quantity=null, unitPrice=null]|");
    }

    @Test
    void saysOfALineWhatStoredHashesWereMadeOf() {
        IncomingLine line = new IncomingLine("茶杯，两只", "A-1", 2, new BigDecimal("9.90"));

        assertThat(line.asText()).isEqualTo("IncomingLine[title=茶杯，两只, sku=A-1, quantity=2, unitPrice=9.90]");
        assertThat(new IncomingLine("茶杯", null, 0, null, 2).asText())
                .isEqualTo("IncomingLine[title=茶杯, sku=null, quantity=0, unitPrice=null, orderedQuantity=2]");
    }
}

package io.siyu.demo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;

import static org.assertj.core.api.Assertions.assertThat;

class DemoFileTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String HEADER = "订单编号,联系手机,订单创建时间,订单付款时间 ,确认收货时间\n";
    private static final String ROW =
            "=\"1\",'13800138000,2011-12-09 12:25:00,2011-12-09 12:34:00,2011-12-16 12:25:00\n";

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-22T08:00:00Z", "2026-11-18T04:24:00Z", "2026-11-18T04:26:00Z", "2001-01-01T00:00:00Z"})
    void putsTheLastOrderWithinTheLastSevenDays(String now) {
        String moved = moved(now);
        Instant last = lastOf(moved);

        assertThat(last)
                .isBeforeOrEqualTo(Instant.parse(now))
                .isAfter(Instant.parse(now).minusSeconds(7 * 86_400));
    }

    @Test
    void movesAllDatesByTheSameWholeWeeks() {
        assertThat(moved("2011-12-23T04:30:00Z"))
                .isEqualTo(HEADER + ROW.replace("12-09", "12-23").replace("12-16", "12-30"));
    }

    @Test
    void findsTheLastOrderOfTheRealFile() throws IOException {
        byte[] file = Files.readAllBytes(Path.of("db/demo/taobao_orders.csv"));

        String moved =
                new String(DemoFile.movedTo(file, Instant.parse("2011-12-23T04:30:00Z"), SHANGHAI), DemoFile.CHARSET);
        assertThat(moved).contains("2011-12-23 12:25:00").hasSameSizeAs(new String(file, DemoFile.CHARSET));
    }

    private static String moved(String now) {
        byte[] file = (HEADER + ROW).getBytes(DemoFile.CHARSET);
        return new String(DemoFile.movedTo(file, Instant.parse(now), SHANGHAI), DemoFile.CHARSET);
    }

    private static Instant lastOf(String text) {
        String created = text.lines().skip(1).findFirst().orElseThrow().split(",")[2];
        return java.time.LocalDateTime.parse(created.replace(' ', 'T'))
                .atZone(SHANGHAI)
                .toInstant();
    }
}

package io.siyu.privacy;

import io.quarkus.test.junit.QuarkusTest;
import io.siyu.order.upload.ImportedFile;
import io.siyu.support.As;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import static org.assertj.core.api.Assertions.assertThat;

/** However damaged a file with personal values is, none of them is in a log, a reject or a metric. */
@QuarkusTest
class NothingPersonalResourceTest {
    private static final List<String> PERSONAL = List.of("13987654321", "hanmeimei.1990@qq.com", "韩梅梅", "幸福路520号");

    private static final String ROWS = """
            order_no,buyer_id,ordered_at,paid_amount,refund_amount,status,phone,email,name,address
            Z1,z1,2024-05-01,1.00,0,PAID,13987654321,hanmeimei.1990@qq.com,韩梅梅,幸福路520号
            Z2,z1,yesterday,1.00,0,PAID,13987654321,hanmeimei.1990@qq.com,韩梅梅,幸福路520号
            Z3,z1,2024-05-01,13987654321x,0,PAID,13987654321,hanmeimei.1990@qq.com,韩梅梅,幸福路520号
            Z4,z1,hanmeimei.1990@qq.com,1.00,0,PAID,13987654321,,,
            Z5,z1,2024-05-01,1.00,0,"PAID,13987654321,hanmeimei.1990@qq.com
            """;

    @Test
    void neitherLogsNorRejectsNorMetricsTellWhoBought() {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord log) {
                lines.add(log.getMessage() + Arrays.toString(log.getParameters()) + log.getThrown());
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        listener.setLevel(Level.ALL);
        Logger root = Logger.getLogger("");
        root.addHandler(listener);
        TestShop shop = TestShop.create();
        try {
            String id = ImportedFile.of(shop, ROWS).getString("id");
            String rejects =
                    As.marketer().get("/order-imports/{id}/rejects", id).asString();
            ImportedFile.upload(shop, "13987654321,韩梅梅\n1,2\n".getBytes(StandardCharsets.UTF_8));

            assertThat(rejects).contains("ordered_at").doesNotContain(PERSONAL.toArray(String[]::new));
        } finally {
            root.removeHandler(listener);
        }
        assertThat(String.join("\n", lines)).doesNotContain(PERSONAL.toArray(String[]::new));
        assertThat(As.nobody().basePath("").get("/q/metrics").asString())
                .contains("siyu_privacy_rows_behind")
                .doesNotContain(PERSONAL.toArray(String[]::new));
    }
}

package io.siyu.order.upload;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.siyu.support.As;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class EveryFormatImportTest {
    private static final String DOUYIN = "主订单编号,订单应付金额,订单提交时间,订单状态\n6917000000000000001,30.00,2024-05-01 10:00:00,";

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = EveryFormatImportTest.class.getResourceAsStream("/orders/" + name)) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "taobao,taobao_orders.csv,30,20",
        "taobao,taobao_orders.xlsx,30,20",
        "youzan,youzan_orders.csv,30,20",
        "generic,generic_orders.csv,30,20",
        "pdd,pdd_orders.csv,30,0",
        "jd,jd_orders.csv,27,17",
        "douyin,douyin_orders.csv,27,0",
        "shopify,shopify_orders.csv,27,17"
    })
    void isImportedWholeAndOnlyOnce(String format, String name, int orders, int buyers) throws IOException {
        TestShop shop = TestShop.create();
        JsonPath job = ImportedFile.of(shop, resource(name));

        assertThat(job.getString("format")).isEqualTo(format);
        assertThat(job.getInt("orders.created")).isEqualTo(orders);
        assertThat(job.getInt("orders.rejected")).isZero();
        assertThat(job.getInt("buyers.created")).isEqualTo(buyers);
        assertThat(ImportedFile.of(shop, resource(name)).getInt("orders.unchanged"))
                .isEqualTo(orders);
    }

    @Test
    void goesByTheTimeInAFilesNameWhateverTheSequence() {
        TestShop shop = TestShop.create();
        ImportedFile.of(shop, "1733000000_b.csv", DOUYIN + "已发货\n");
        JsonPath older = ImportedFile.of(shop, "1700000000_a.csv", DOUYIN + "已完成\n");

        assertThat(older.getInt("orders.stale")).isEqualTo(1);
        As.marketer().get("/shops/{shop}/orders", shop.id()).then().body("items[0].status", equalTo("SHIPPED"));
    }

    @Test
    void goesByTheNewestFileAlsoWhereThatSaidNothingNew() {
        TestShop shop = TestShop.create();
        ImportedFile.of(shop, "1733000000_a.csv", DOUYIN + "待发货\n");
        JsonPath newer = ImportedFile.of(shop, "1735000000_c.csv", DOUYIN + "待发货\n");
        JsonPath older = ImportedFile.of(shop, "1734000000_b.csv", DOUYIN + "待支付\n");

        assertThat(newer.getInt("orders.unchanged")).isEqualTo(1);
        assertThat(older.getInt("orders.stale")).isEqualTo(1);
        As.marketer().get("/shops/{shop}/orders", shop.id()).then().body("items[0].status", equalTo("PAID"));
    }

    @Test
    void addsUpTheLargestAmountsAndRejectsLargerOnes() {
        TestShop shop = TestShop.create();
        JsonPath job = ImportedFile.of(
                shop,
                ImportedFile.HEADER
                        + "A1,b1,2024-05-01,9999999999.99,0,PAID,\n"
                        + "A2,b1,2024-05-01,9999999999.99,0,PAID,\n"
                        + "A3,b1,2024-05-02,9999999999.99,0,PAID,\n"
                        + "A4,b1,2024-05-02,10000000000.00,0,PAID,\n");

        assertThat(job.getString("status")).isEqualTo("DONE");
        assertThat(job.getInt("orders.rejected")).isEqualTo(1);
        As.marketer()
                .get("/shops/{shop}/buyers", shop.id())
                .then()
                .body("items[0].netSpend", equalTo("29999999999.97"));
    }

    @Test
    void answersAHarmfulOrDamagedWorkbookWithAReason() throws IOException {
        byte[] whole = resource("taobao_orders.xlsx");
        ImportedFile.upload(TestShop.create(), java.util.Arrays.copyOf(whole, whole.length / 2))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("UNKNOWN_FORMAT"))
                .body("violations[0].message", containsString("damaged"));
    }
}

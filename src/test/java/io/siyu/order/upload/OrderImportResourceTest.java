package io.siyu.order.upload;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
class OrderImportResourceTest {
    private static final String ROWS = """
            A1,b1,2024-05-01T10:00:00,10.00,0,COMPLETED,13800138001
            A2,b1,2024-05-01T22:00:00,5.00,1.00,PARTIAL,13800138001
            A3,b1,2024-06-01T10:00:00,20.00,20.00,REFUNDED,13800138001
            A4,b1,2024-07-01T10:00:00,0,0,PAID,13800138001
            A5,b2,2024-07-01T10:00:00,30.00,0,UNPAID,13800138002
            A6,b2,2024-07-01T10:00:00,bad,0,PAID,13800138002
            """;

    @Inject
    Sql sql;

    @Inject
    ImportLease lease;

    private TestShop shop;

    @BeforeEach
    void freshShop() {
        shop = TestShop.create();
    }

    private JsonPath firstBuyer(String query) {
        return As.marketer()
                .queryParam("q", query)
                .get("/shops/{shop}/buyers", shop.id())
                .jsonPath();
    }

    @Test
    void importsAFileAndTellsHowItWent() {
        JsonPath job = ImportedFile.of(shop, ImportedFile.HEADER + ROWS);

        assertThat(job.getString("status")).isEqualTo("DONE");
        assertThat(job.getString("format")).isEqualTo("generic");
        assertThat(job.getInt("rows")).isEqualTo(6);
        assertThat(job.getInt("orders.created")).isEqualTo(5);
        assertThat(job.getInt("orders.rejected")).isEqualTo(1);
        assertThat(job.getInt("buyers.created")).isEqualTo(2);
        assertThat(job.getFloat("progress")).isEqualTo(1f);

        JsonPath buyer = firstBuyer("13800138001");
        assertThat(buyer.getList("items")).hasSize(1);
        assertThat(buyer.getString("items[0].platformId")).isEqualTo("b1");
        assertThat(buyer.getString("items[0].phone")).isEqualTo("138****8001");
        assertThat(buyer.getInt("items[0].purchaseDays")).isEqualTo(2);
        assertThat(buyer.getInt("items[0].orders")).isEqualTo(3);
        assertThat(buyer.getString("items[0].netSpend")).isEqualTo("14.00");
        assertThat(buyer.getString("items[0].firstDay")).isEqualTo("2024-05-01");
        assertThat(buyer.getString("items[0].lastDay")).isEqualTo("2024-07-01");
    }

    @Test
    void sendsTheRejectsAsCsvAndTheProgressAsEvents() {
        String id = ImportedFile.of(shop, ImportedFile.HEADER + ROWS).getString("id");

        As.marketer()
                .get("/order-imports/{id}/rejects", id)
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .body(equalTo("row,column,value,reason\r\n" + "7,paid_amount,***,Not an amount of money.\r\n"));
        As.marketer()
                .header("Accept-Language", "zh-CN")
                .get("/order-imports/{id}/rejects", id)
                .then()
                .body(endsWith("7,paid_amount,***,不是金额。\r\n"));
        As.marketer()
                .accept("text/event-stream")
                .get("/order-imports/{id}/events", id)
                .then()
                .statusCode(200)
                .body(containsString("\"status\":\"DONE\""));
        As.marketer()
                .get("/shops/{shop}/order-imports", shop.id())
                .then()
                .body("items.id", hasItem(id))
                .body("next", nullValue());
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() {
        ImportedFile.of(shop, ImportedFile.HEADER + ROWS);
        JsonPath again = ImportedFile.of(shop, ImportedFile.HEADER + ROWS);

        assertThat(again.getInt("orders.unchanged")).isEqualTo(5);
        assertThat(again.getInt("orders.created") + again.getInt("orders.updated"))
                .isZero();
        assertThat(again.getInt("buyers.created") + again.getInt("buyers.updated"))
                .isZero();
    }

    @Test
    void takesAnOrderOutAgainAfterARefundButNotBackByAnOlderFile() {
        ImportedFile.of(shop, ImportedFile.HEADER + ROWS);
        String refunded = "A1,b1,2024-05-01T10:00:00,10.00,10.00,REFUNDED,13800138001\n";
        JsonPath job = ImportedFile.of(shop, ImportedFile.HEADER + refunded);
        assertThat(job.getInt("orders.updated")).isEqualTo(1);
        assertThat(job.getInt("buyers.updated")).isEqualTo(1);
        assertThat(firstBuyer("b1").getString("items[0].netSpend")).isEqualTo("4.00");

        JsonPath older = ImportedFile.of(shop, ImportedFile.HEADER + ROWS);
        assertThat(older.getInt("orders.stale")).isEqualTo(1);
        assertThat(firstBuyer("b1").getString("items[0].netSpend")).isEqualTo("4.00");
    }

    @Test
    void onlyCountsInADryRun() {
        JsonPath job = ImportedFile.rehearsed(shop, ImportedFile.HEADER + ROWS);

        assertThat(job.getInt("orders.created")).isEqualTo(5);
        assertThat(job.getInt("buyers.created")).isEqualTo(2);
        As.marketer().get("/shops/{shop}/orders", shop.id()).then().body("items", hasSize(0));
    }

    @Test
    void goesOnBehindTheCheckpointOfAWorkerThatDied() {
        // As a killed worker leaves it: nobody prolongs the lease, the first batch is written and behind the
        // checkpoint.
        ImportedFile.of(shop, ImportedFile.HEADER + ROWS.lines().limit(2).collect(Collectors.joining("\n")));
        long shopId = Long.parseLong(shop.id());
        Contention.inTransaction(() -> lease.take(shopId, "dead", Duration.ofSeconds(3)));
        String id = ImportedFile.upload(shop, (ImportedFile.HEADER + ROWS).getBytes(StandardCharsets.UTF_8))
                .path("id");
        sql.update(
                "UPDATE order_import SET status = 'RUNNING', checkpoint_row = 3, rows_done = 2, orders_created = 2,"
                        + " buyers_created = 1 WHERE shop_id = ? AND id = ?",
                shopId,
                Long.parseLong(id));
        JsonPath job = ImportedFile.finished(id);

        assertThat(job.getString("status")).isEqualTo("DONE");
        assertThat(job.getInt("orders.created")).isEqualTo(5);
        assertThat(job.getInt("orders.unchanged")).isZero();
        assertThat(job.getInt("rows")).isEqualTo(6);
        assertThat(firstBuyer("b1").getString("items[0].netSpend")).isEqualTo("14.00");
    }

    @Test
    void refusesBadFilesBeforeTheyAreQueued() {
        for (byte[] bad : new byte[][] {
            {},
            {0, 1, 2},
            "foo,bar\n1,2\n".getBytes(StandardCharsets.UTF_8),
            "order_no,status\n1,2\n".getBytes(StandardCharsets.UTF_8),
            {'a', ',', (byte) 0xFF, (byte) 0xFF, '\n'}
        }) {
            ImportedFile.upload(shop, bad)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", equalTo("UNKNOWN_FORMAT"));
        }
        As.marketer().get("/shops/{shop}/order-imports", shop.id()).then().body("items", hasSize(0));
    }

    @Test
    void refusesRequestsWithoutAFileOrWithUnknownWords() {
        byte[] file = (ImportedFile.HEADER + ROWS).getBytes(StandardCharsets.UTF_8);
        As.marketer()
                .multiPart("format", "auto")
                .post("/shops/{shop}/order-imports", shop.id())
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("file"));
        As.marketer()
                .multiPart("file", "o.csv", file)
                .multiPart("format", "nonsense")
                .post("/shops/{shop}/order-imports", shop.id())
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("format"));
        As.marketer()
                .multiPart("file", "o.csv", file)
                .multiPart("dryRun", "perhaps")
                .post("/shops/{shop}/order-imports", shop.id())
                .then()
                .statusCode(400);
        As.marketer()
                .contentType("application/json")
                .body("{}")
                .post("/shops/{shop}/order-imports", shop.id())
                .then()
                .statusCode(415);
    }

    @Test
    void refusesASecondFileAndFieldsThatNobodyKnows() {
        byte[] file = (ImportedFile.HEADER + ROWS).getBytes(StandardCharsets.UTF_8);
        As.marketer()
                .multiPart("file", "o.csv", file)
                .multiPart("file", "p.csv", file)
                .post("/shops/{shop}/order-imports", shop.id())
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("file"))
                .body("violations.code", hasItem("Repeated"));
        As.marketer()
                .multiPart("file", "o.csv", file)
                .multiPart("dryrun", "true")
                .post("/shops/{shop}/order-imports", shop.id())
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("dryrun"))
                .body("violations.code", hasItem("UnknownField"));
        As.marketer().get("/shops/{shop}/order-imports", shop.id()).then().body("items", hasSize(0));
        As.marketer()
                .multiPart("file", " ", file)
                .post("/shops/{shop}/order-imports", shop.id())
                .then()
                .statusCode(202)
                .body("fileName", equalTo("orders"));
    }

    @Test
    void refusesAFormThatBreaksOff() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + RestAssured.port + "/api/v1/shops/" + shop.id() + "/order-imports"))
                .header("Authorization", "Bearer " + As.token("marketer"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString("--x\r\nContent-Disposition: form-data; name=\"file\""))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("MALFORMED_REQUEST");
    }

    @Test
    void showsImportsToThoseOnlyWhoMayImport() {
        byte[] file = (ImportedFile.HEADER + ROWS).getBytes(StandardCharsets.UTF_8);
        As.staff1()
                .multiPart("file", "o.csv", file)
                .post("/shops/{shop}/order-imports", shop.id())
                .then()
                .statusCode(403);
        As.integration()
                .multiPart("file", "o.csv", file)
                .post("/shops/{shop}/order-imports", shop.id())
                .then()
                .statusCode(202)
                .header("Location", startsWith("/api/v1/order-imports/"));
        As.marketer().get("/order-imports/{id}", "1").then().statusCode(404);
        As.marketer().get("/order-imports/{id}", "x").then().statusCode(404);
    }

    @Test
    void tellsInChineseWhyAFileIsRefusedAsAWholeAndRuleByRule() {
        byte[] good = (ImportedFile.HEADER + ROWS).getBytes(StandardCharsets.UTF_8);
        refused("foo,bar\n1,2\n".getBytes(StandardCharsets.UTF_8), "auto", "false");
        refused("order_no,status\n1,2\n".getBytes(StandardCharsets.UTF_8), "auto", "false")
                .body("violations.message", everyItem(equalTo("文件中没有这一列。")));
        refused(good, "nonsense", "false").body("violations[0].field", equalTo("format"));
        refused(good, "auto", "perhaps").body("violations[0].field", equalTo("dryRun"));
    }

    private ValidatableResponse refused(byte[] file, String format, String dryRun) {
        return As.marketer()
                .header("Accept-Language", "zh-CN")
                .multiPart("file", "o.csv", file)
                .multiPart("format", format)
                .multiPart("dryRun", dryRun)
                .post("/shops/{shop}/order-imports", shop.id())
                .then()
                .statusCode(400)
                .body("detail", matchesPattern("(?s).*\\p{IsHan}.*"))
                .body("violations.message", everyItem(matchesPattern("(?s).*\\p{IsHan}.*")));
    }

    @Test
    void takesManyOrdersInManyBatches() {
        String rows = IntStream.range(0, 5000)
                .mapToObj(i -> "N" + i + ",m" + i % 700 + ",2024-0" + (1 + i % 9) + "-01,1.00,0,PAID,\n")
                .collect(Collectors.joining());
        JsonPath job = ImportedFile.of(shop, ImportedFile.HEADER + rows);

        assertThat(job.getInt("orders.created")).isEqualTo(5000);
        assertThat(job.getInt("buyers.created")).isEqualTo(700);
        assertThat(job.getInt("buyers.updated")).isZero();
        assertThat(firstBuyer("m699").getString("items[0].netSpend")).startsWith("7.");
    }

    @Test
    void showsFormulasInRejectsAsText() {
        String id = ImportedFile.of(shop, ImportedFile.HEADER + "=1+2,b,2024-05-01,1,0,PAID,\n")
                .getString("id");

        As.marketer()
                .get("/order-imports/{id}/rejects", id)
                .then()
                .body(containsString("2,order_no,'=1+2,"))
                .body(startsWith("row,"));
    }
}

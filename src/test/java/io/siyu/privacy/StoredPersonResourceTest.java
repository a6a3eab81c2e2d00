package io.siyu.privacy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.siyu.order.upload.ImportedFile;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.PostedOrder;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

/** R18: what is stored of a person tells nobody who reads the tables, and is found again all the same. */
@QuarkusTest
class StoredPersonResourceTest {
    private static final String PHONE = "13817264953";
    private static final String EMAIL = "ouyang.stored@qq.com";
    private static final List<String> PERSONAL = List.of(PHONE, EMAIL, "欧阳存", "存园路817号");

    private static final String ROWS = """
            order_no,buyer_id,ordered_at,paid_amount,refund_amount,status,phone,email,name,address
            S1,s1,2024-05-01,1.00,0,PAID,%s,%s,%s,%s
            """;

    @Inject
    Sql sql;

    private TestShop shop;

    @BeforeEach
    void someoneBought() {
        shop = TestShop.create();
        ImportedFile.of(shop, ROWS.formatted(PERSONAL.toArray()));
        PostedOrder.post(shop, PostedOrder.of("S2", null, PHONE, EMAIL));
    }

    @Test
    void r18PhoneEmailNameAndAddressAreStoredInNoReadableColumn() {
        assertThat(sql.list(
                        "SELECT table_name AS t, column_name AS c FROM information_schema.columns WHERE table_schema = DATABASE()"
                                + " AND data_type REGEXP 'char|text|json|binary|blob'",
                        row -> row.textAt("t") + "." + row.textAt("c")))
                .hasSizeGreaterThan(100)
                .allSatisfy(
                        column -> assertThat(rowsThatTell(column)).as(column).isZero());
    }

    @Test
    void r18ItIsFoundByTheWholeOfAKeyAndByNoPartOfIt() {
        found(PHONE).body("items", hasSize(1));
        found(EMAIL).body("items", hasSize(1));
        found(PHONE.substring(0, 10)).body("items", hasSize(0));
        found("欧阳存").body("items", hasSize(0));
    }

    private long rowsThatTell(String column) {
        String[] parts = column.split("\\.");
        String conditions = String.join(
                " OR ",
                PERSONAL.stream()
                        .map(value -> "INSTR(CONVERT(`" + parts[1] + "` USING utf8mb4), ?) > 0")
                        .toList());
        return sql.first(
                        "SELECT COUNT(*) AS n FROM `" + parts[0] + "` WHERE " + conditions,
                        row -> row.longAt("n"),
                        PERSONAL.toArray())
                .orElseThrow();
    }

    private ValidatableResponse found(String query) {
        return As.marketer()
                .queryParam("q", query)
                .get("/shops/{shop}/buyers", shop.id())
                .then()
                .statusCode(200);
    }
}

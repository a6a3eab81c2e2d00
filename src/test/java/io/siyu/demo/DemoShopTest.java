package io.siyu.demo;

import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.sql.Sql;
import io.siyu.shop.Shop;
import io.siyu.support.As;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class DemoShopTest {
    @Inject
    DemoShop demo;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Test
    void bringsAShopToLife() throws IOException {
        Shop shop = demo.found();
        demo.fill(shop, Path.of("db/demo/taobao_orders.csv"));

        As.marketer()
                .queryParam("scope", "buyers")
                .get("/shops/{shop}/repurchase-cycle", shop.id())
                .then()
                .statusCode(200)
                .body("orders", equalTo(2485))
                .body("netAmount", equalTo("1250062.44"))
                .body("buyers", equalTo(483))
                .body("repeatBuyers", equalTo(316))
                .body("intervals", equalTo(1643));
        assertThat(count("SELECT COUNT(*) AS c FROM shop_order WHERE shop_id = ? AND day > ?", shop, 7L))
                .isPositive();
        assertThat(sql.first(
                        "SELECT COUNT(*) AS c FROM follower WHERE shop_id = ? AND status = 'ADDED'",
                        row -> row.longAt("c"),
                        shop.id()))
                .hasValueSatisfying(added -> assertThat(added).isBetween(150L, 280L));
        As.staff1().get("/tasks?shop={shop}", shop.id()).then().statusCode(200);
    }

    private long count(String query, Shop shop, long days) {
        return sql.first(
                        query,
                        row -> row.longAt("c"),
                        shop.id(),
                        shop.today(clock).minusDays(days))
                .orElseThrow();
    }
}

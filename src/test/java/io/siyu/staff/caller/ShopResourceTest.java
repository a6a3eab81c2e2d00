package io.siyu.staff.caller;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ShopResourceTest {
    @Test
    void aNewShopHasTheDefaults() {
        TestShop shop = TestShop.create();
        As.marketer()
                .get("/shops/{shop}", shop.id())
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("id", equalTo(shop.id()))
                .body("timeZone", equalTo("Asia/Shanghai"))
                .body("currency", equalTo("CNY"))
                .body("minimumOrderAmount", equalTo("0.00"))
                .body("cadenceLadder", contains(7, 15, 30, 60, 90));
    }

    @Test
    void aShopOfOthersIsNotThere() {
        String foreign =
                json(As.admin()).body(Map.of("name", "Foreign")).post("/shops").path("id");
        As.marketer()
                .get("/shops/{shop}", foreign)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_FOUND"));
        As.marketer().get("/shops?limit=200").then().body("items.id", not(hasItem(foreign)));
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        As.nobody()
                .get("/shops")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("UNAUTHENTICATED"));
        As.nobody().auth().oauth2("not.a.token").get("/shops").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({"KWD, CurrencyNotKept", "XXX, CurrencyNotKept", "RMB, UnknownCurrency"})
    void aCurrencyWhoseAmountsCannotBeKeptIsRefused(String currency, String code) {
        json(As.admin())
                .body(Map.of("name", "Kuwait", "currency", currency))
                .post("/shops")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", contains("currency"))
                .body("violations.code", contains(code));
    }

    @Test
    void onlyAnAdminCreatesShops() {
        json(As.staff1())
                .body(Map.of("name", "Mine"))
                .post("/shops")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }

    @Test
    void badInputIsNamedByField() {
        json(As.admin())
                .body(Map.of("name", "X", "colour", "red"))
                .post("/shops")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("colour"));
        json(As.admin())
                .body(Map.of("name", " "))
                .post("/shops")
                .then()
                .statusCode(400)
                .body("violations", hasSize(1))
                .body("violations[0].field", equalTo("name"));
        json(As.admin())
                .body(Map.of("name", "X", "timeZone", "Mars/North"))
                .post("/shops")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("timeZone"));
        json(As.admin())
                .body(Map.of("name", "X", "cadenceLadder", List.of(7, 7)))
                .post("/shops")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("cadenceLadder"));
        json(As.admin())
                .body("{\"name\": ")
                .post("/shops")
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED_REQUEST"));
        As.admin().get("/shops?after=nonsense!").then().statusCode(400);
        As.admin().get("/shops?limit=500").then().statusCode(400).body("violations[0].field", equalTo("limit"));
        As.admin().get("/shops?limit=many").then().statusCode(400).body("violations[0].field", equalTo("limit"));
        As.admin().get("/shops/not-an-id").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void aChangeNeedsTheVersionThatWasRead() {
        TestShop shop = TestShop.create();
        Map<String, String> change = Map.of("name", "Renamed");
        json(As.admin()).body(change).patch("/shops/{shop}", shop.id()).then().statusCode(428);
        json(As.admin())
                .header("If-Match", "\"0\"")
                .body(change)
                .patch("/shops/{shop}", shop.id())
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("name", equalTo("Renamed"));
        json(As.admin())
                .header("If-Match", "\"0\"")
                .body(change)
                .patch("/shops/{shop}", shop.id())
                .then()
                .statusCode(412);
    }

    @Test
    void listsArePaged() {
        TestShop shop = TestShop.create();
        String next = As.admin()
                .get("/shops/{shop}/staff?limit=3", shop.id())
                .then()
                .body("items", hasSize(3))
                .extract()
                .path("next");
        As.admin()
                .get("/shops/{shop}/staff?limit=3&after={next}", shop.id(), next)
                .then()
                .body("items", hasSize(2))
                .body("next", equalTo(null));
    }

    @Test
    void meTellsWhereIWork() {
        TestShop shop = TestShop.create();
        As.staff1()
                .get("/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("staff1"))
                .body("roles", contains("staff"))
                .body("shops.id", hasItem(shop.id()));
    }
}

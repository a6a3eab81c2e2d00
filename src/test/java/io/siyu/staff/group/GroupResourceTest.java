package io.siyu.staff.group;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(Database.class)
class GroupResourceTest {
    private TestShop shop;

    @BeforeEach
    void foundShop() {
        shop = TestShop.create();
    }

    @Test
    void r14AGroupOfAnAccountIsNamedCountedAndClosed() {
        String group = As.make(
                As.marketer(),
                "/accounts/{account}/groups",
                Map.of("name", "老客一群", "ownerStaffId", shop.staff1Id()),
                shop.account1());
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        json(As.marketer())
                .header("If-Match", "\"0\"")
                .body(Map.of("members", 187))
                .patch("/groups/{group}", group)
                .then()
                .statusCode(200)
                .body("members", equalTo(187))
                .body("countedOn", equalTo(today));
        json(As.marketer())
                .header("If-Match", "*")
                .body(Map.of("members", 187, "countedOn", "2999-01-01"))
                .patch("/groups/{group}", group)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("countedOn"));
        As.change(As.marketer(), "/groups/{group}", Map.of("status", "CLOSED"), group);
        As.staff1()
                .get("/accounts/{account}/groups", shop.account1())
                .then()
                .statusCode(200)
                .body("items.id", contains(group))
                .body("items[0].status", equalTo("CLOSED"));
    }

    @Test
    void r14GroupsGoWhereTheirPeopleAndAccountsGo() {
        String group = As.make(
                As.marketer(),
                "/accounts/{account}/groups",
                Map.of("name", "老客一群", "ownerStaffId", shop.staff1Id()),
                shop.account1());
        json(As.admin())
                .body(Map.of("takeoverStaffId", shop.staff2Id()))
                .put("/staff/{id}/departure", shop.staff1Id())
                .then()
                .statusCode(200);
        As.marketer()
                .get("/accounts/{account}/groups", shop.account1())
                .then()
                .body("items[0].ownerStaffId", equalTo(shop.staff2Id()));
        json(As.admin())
                .body(Map.of("successorAccountId", shop.account2(), "reason", "封号"))
                .put("/accounts/{id}/retirement", shop.account1())
                .then()
                .statusCode(200);
        As.change(As.admin(), "/staff/{id}", Map.of("active", false), shop.staff2Id());
        As.marketer()
                .get("/accounts/{account}/groups", shop.account2())
                .then()
                .body("items.id", contains(group))
                .body("items[0].ownerStaffId", nullValue());
    }

    @Test
    void r14AnIntegrationOwnsNoGroup() {
        String integration =
                As.admin().get("/shops/{shop}/staff", shop.id()).path("items.find { it.username == 'integration' }.id");
        json(As.marketer())
                .body(Map.of("name", "群", "ownerStaffId", integration))
                .post("/accounts/{account}/groups", shop.account1())
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("UnknownStaff"));
    }
}

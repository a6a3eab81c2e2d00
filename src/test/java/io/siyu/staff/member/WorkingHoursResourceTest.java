package io.siyu.staff.member;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.Distributions;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.startsWith;

/** R14: members have weekly working hours, by which their work is due. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class WorkingHoursResourceTest {
    /** A Monday, an hour before its work begins where the shop is. */
    private static final Instant MONDAY = Instant.parse("2027-03-01T00:00:00Z");

    @Inject
    Buyers buyers;

    private TestShop shop;

    @BeforeEach
    void foundShop() {
        shop = TestShop.create();
    }

    @AfterEach
    void freeClock() {
        ServiceClock.free();
    }

    @Test
    void r14AMemberWorksTheHoursOfTheShopUntilItIsSaidOtherwise() {
        As.admin().get("/staff/{id}", shop.staff1Id()).then().body("workingHours", empty());
        hours(List.of(stretch("TUESDAY", "14:00", "24:00"), stretch("MONDAY", "10:00", "12:00")))
                .statusCode(200)
                .body("workingHours.weekday", contains("MONDAY", "TUESDAY"))
                .body("workingHours[1].to", equalTo("24:00"));
        As.admin()
                .get("/staff/{id}", shop.staff1Id())
                .then()
                .body("workingHours.weekday", contains("MONDAY", "TUESDAY"));
        hours(List.of()).statusCode(200).body("workingHours", empty());
        hours(List.of(stretch("MONDAY", "10:00", "12:00"))).statusCode(200);
        hours(null).statusCode(200).body("workingHours", empty());
    }

    @Test
    void r14HoursThatAreNoneAreRefused() {
        hours(List.of(stretch("MONDAY", "12:00", "10:00")))
                .statusCode(400)
                .body("violations[0].field", equalTo("workingHours[0]"))
                .body("violations[0].code", equalTo("EndsBeforeItBegins"));
        hours(List.of(stretch("MONDAY", "09:00", "12:00"), stretch("MONDAY", "11:00", "13:00")))
                .statusCode(400)
                .body("violations[0].code", equalTo("Overlap"));
        hours(List.of(stretch("MONDAY", "9", "25:00"))).statusCode(400);
        hours(List.of(stretch("SOMEDAY", "09:00", "12:00"))).statusCode(400);
    }

    @Test
    void r14WorkIsDueByTheHoursOfWhoHasIt() {
        hours(List.of(stretch("MONDAY", "09:00", "12:00"), stretch("WEDNESDAY", "09:00", "15:00")))
                .statusCode(200);
        ServiceClock.set(MONDAY);
        for (int i = 0; i < 4; i++) {
            buyers.add(shop, "b" + i, buyers.today().minusDays(1));
        }
        buyers.changed(shop);
        Distributions.run(shop.id(), "{}");
        // A day's work, nine hours: three on Monday and six on Wednesday; the shop's is over on Monday evening.
        friends(As.staff1()).body("items.dueAt", everyItem(startsWith("2027-03-03T07:00")));
        friends(As.staff2()).body("items.dueAt", everyItem(startsWith("2027-03-01T10:00")));
    }

    private ValidatableResponse friends(RequestSpecification as) {
        return as.get("/tasks?shop={shop}&kind=ADD_FRIEND&mine=true", shop.id())
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2));
    }

    private static Map<String, String> stretch(String weekday, String from, String to) {
        return Map.of("weekday", weekday, "from", from, "to", to);
    }

    private ValidatableResponse hours(List<Map<String, String>> hours) {
        Map<String, Object> body = new HashMap<>();
        body.put("workingHours", hours);
        return json(As.admin())
                .header("If-Match", "*")
                .body(body)
                .patch("/staff/{id}", shop.staff1Id())
                .then();
    }
}

package io.siyu.staff.caller;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@QuarkusTestResource(Database.class)
class WorkingCalendarResourceTest {
    private static final Map<String, String> MONDAYS = Map.of("weekday", "MONDAY", "from", "09:00", "to", "18:00");
    private static final Map<String, String> LATE = Map.of("weekday", "FRIDAY", "from", "20:00", "to", "24:00");

    private TestShop shop;

    @BeforeEach
    void found() {
        shop = TestShop.create();
    }

    @Test
    void r14AShopWorksFromNineToSixOnEveryDayUntilItSaysOtherwise() {
        get(As.staff1())
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("hours", hasSize(7))
                .body("hours.from", everyItem(equalTo("09:00")))
                .body("hours.to", everyItem(equalTo("18:00")))
                .body("holidays", empty());
    }

    @Test
    void r14AnAdminSetsHoursAndHolidays() {
        put(As.admin(), "\"0\"", List.of(LATE, MONDAYS), List.of("2027-02-06", "2027-01-01", "2027-02-06"))
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("hours.weekday", contains("MONDAY", "FRIDAY"))
                .body("hours.to", contains("18:00", "24:00"))
                .body("holidays", contains("2027-01-01", "2027-02-06"));
        get(As.marketer()).header("ETag", equalTo("\"1\"")).body("hours", hasSize(2));
        put(As.admin(), "\"1\"", List.of(MONDAYS, LATE), List.of("2027-01-01", "2027-02-06"))
                .statusCode(200)
                .header("ETag", equalTo("\"1\""));
        As.admin()
                .get("/shops/{shop}/audit-events", shop.id())
                .then()
                .body("items.findAll { it.action == 'working-calendar.replace' }", hasSize(1));
    }

    @Test
    void whoHasNotSeenTheCalendarAsItIsDoesNotReplaceIt() {
        put(As.admin(), null, List.of(MONDAYS), List.of()).statusCode(428);
        put(As.admin(), "\"0\"", List.of(MONDAYS), List.of()).statusCode(200);
        put(As.admin(), "\"0\"", List.of(LATE), List.of()).statusCode(412);
        put(As.marketer(), "\"1\"", List.of(LATE), List.of()).statusCode(403);
        get(As.integration()).statusCode(403);
    }

    @Test
    void hoursThatAreNoneAreRefused() {
        refused(List.of(), "hours");
        refused(List.of(span("09:00", "09:00")), "hours[0]");
        refused(List.of(span("09:00", "12:00"), span("11:00", "13:00")), "hours[1]");
        refused(List.of(span("24:00", "24:00")), "hours[0].from");
        refused(List.of(span("9", "12:00")), "hours[0].from");
        put(As.admin(), "\"0\"", List.of(span("09:00", "12:00"), span("12:00", "13:00")), List.of())
                .statusCode(200);
        put(As.admin().header("Accept-Language", "zh"), "\"1\"", List.of(span("12:00", "09:00")), List.of())
                .statusCode(400)
                .body("violations[0].message", equalTo("结束时间必须晚于开始时间。"));
    }

    private void refused(List<Map<String, String>> hours, String field) {
        put(As.admin(), "\"0\"", hours, List.of()).statusCode(400).body("violations[0].field", containsString(field));
    }

    private static Map<String, String> span(String from, String to) {
        return Map.of("weekday", "SUNDAY", "from", from, "to", to);
    }

    private ValidatableResponse get(RequestSpecification as) {
        return as.get("/shops/{shop}/working-calendar", shop.id()).then();
    }

    private ValidatableResponse put(
            RequestSpecification as, String ifMatch, List<Map<String, String>> hours, List<String> holidays) {
        RequestSpecification request = json(as).body(Map.of("hours", hours, "holidays", holidays));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/shops/{shop}/working-calendar", shop.id())
                .then();
    }
}

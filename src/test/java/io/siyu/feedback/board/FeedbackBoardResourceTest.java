package io.siyu.feedback.board;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestShop;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(Database.class)
class FeedbackBoardResourceTest {
    /** Ten in the morning in the shop. */
    private static final Instant TEN = Instant.parse("2027-05-03T02:00:00Z");

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
    void r16TheBoardHasAColumnForEachStateWithItsCountAndFirstPage() {
        ServiceClock.set(TEN);
        String reported = report();
        String triaged = report();
        step(As.marketer(), triaged, "triage", Map.of());
        String reopened = acted();
        step(As.staff1(), reopened, "reopening", Map.of("reason", "还是不会"));
        String acted = acted();
        String confirmed = acted();
        step(As.staff1(), confirmed, "confirmation", null);

        board("")
                .body("columns.status", contains("NEW", "TRIAGED", "REOPENED", "ACTIONED", "CONFIRMED"))
                .body("columns.count", contains(1, 1, 1, 1, 1))
                .body("columns.overdue", contains(0, 0, 0, 0, 0))
                .body("columns.items.flatten().id", contains(reported, triaged, reopened, acted, confirmed));
        ServiceClock.set(TEN.plusSeconds(86_400 + 600));
        board("").body("columns.overdue", contains(1, 1, 1, 0, 0));
    }

    @Test
    void aColumnGoesOnInTheListOfItsStatus() {
        for (int i = 0; i < 21; i++) {
            report();
        }
        String next = board("")
                .body("columns[0].count", equalTo(21))
                .body("columns[0].items", hasSize(20))
                .body("columns[0].next", notNullValue())
                .extract()
                .path("columns[0].next");
        As.marketer()
                .get("/shops/{shop}/feedback?status=NEW&after=" + next, shop.id())
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void r16LoopTimesAreOfThoseClosedInTheRangeInWorkingHours() {
        ServiceClock.set(TEN);
        String quick = acted();
        String slow = acted();
        ServiceClock.set(TEN.plusSeconds(7200));
        step(As.staff1(), quick, "confirmation", null);
        ServiceClock.set(TEN.plusSeconds(2 * 86_400));
        step(As.staff1(), slow, "confirmation", null);

        board("?from=2027-05-03&to=2027-05-05")
                .body("loop.confirmed", equalTo(2))
                .body("loop.medianHours", about(2))
                .body("loop.p90Hours", about(18));
        board("?from=2027-05-04&to=2027-05-05").body("loop.medianHours", about(18));
        board("?from=2027-05-04&to=2027-05-04")
                .body("loop.confirmed", equalTo(0))
                .body("loop.medianHours", nullValue());
        board("").body("loop.from", equalTo("2027-04-06")).body("loop.to", equalTo("2027-05-05"));
    }

    @Test
    void rangesAreBoundedAndStaffHaveNoBoard() {
        for (String range : new String[] {"?from=2027-05-04&to=2027-05-03", "?from=2026-01-01&to=2027-05-03"}) {
            As.marketer()
                    .get("/shops/{shop}/feedback-board" + range, shop.id())
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("to"));
        }
        As.staff1().get("/shops/{shop}/feedback-board", shop.id()).then().statusCode(403);
    }

    /** The clock goes on after it was set. */
    private static Matcher<Float> about(float hours) {
        return both(greaterThan(hours - 0.1f)).and(lessThan(hours + 0.1f));
    }

    private ValidatableResponse board(String query) {
        return As.marketer()
                .get("/shops/{shop}/feedback-board" + query, shop.id())
                .then()
                .statusCode(200);
    }

    private String report() {
        return As.make(As.staff1(), "/shops/{shop}/feedback", Map.of("kind", "IDEA", "text", "好"), shop.id());
    }

    private String acted() {
        String id = report();
        step(As.marketer(), id, "triage", Map.of());
        step(As.marketer(), id, "action", Map.of("outcome", "ANSWERED", "answer", "好"));
        return id;
    }

    private static void step(RequestSpecification as, String id, String step, Map<String, Object> body) {
        RequestSpecification request = json(as);
        (body == null ? request : request.body(body))
                .put("/feedback/{id}/{step}", id, step)
                .then()
                .statusCode(200);
    }
}

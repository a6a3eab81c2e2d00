package io.siyu.platform.http;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import static io.siyu.support.As.json;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

/** What is odd is refused as the client's mistake: it is neither ours, nor taken as something that it is not. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class OddInputResourceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "5",
                "\"x\"",
                "{",
                "{}{}",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"name\": \"a\"} x",
                "{\"name\": 5}",
                "{\"name\": true}",
                "{\"name\": [\"a\"]}",
                "{\"name\": \"a\\u0000b\"}",
                "{\"name\": \"\\ud83c\"}",
                "{\"name\": \"a\", \"minimumOrderAmount\": 1e400}",
                "{\"name\": \"a\", \"minimumOrderAmount\": \"１\"}",
                "{\"name\": \"a\", \"cadenceLadder\": [\"7\"]}",
                "{\"name\": \"a\", \"cadenceLadder\": [7.0]}",
                "{\"name\": \"a\", \"cadenceLadder\": [99999999999]}",
                "{\"name\": \"a\", \"settings\": {\"x\": 1e400}}",
                "{\"name\": \"a\", \"settings\": {\"x\": 1, \"x\": 2}}",
                "{\"name\": \"a\", \"settings\": {\"x\\u0000\": 1}}",
                "{\"name\": \"a\", \"nonsense\": 1}",
                "{'name': 'a'}"
            })
    void bodiesThatAreNotClearAreRefused(String body) {
        refused(json(As.admin()).body(body).post("/shops").then());
    }

    @Test
    void bodiesInADamagedOrDeepFormAreRefused() {
        byte[] notUtf8 = "{\"name\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] cutUtf32 = "{\"name\": \"a\"}".getBytes(Charset.forName("UTF-32BE"));
        cutUtf32[8] = 127;
        for (byte[] body : List.of(notUtf8, cutUtf32, new byte[] {0, 0, 0, 1}, new byte[] {(byte) 0xfe})) {
            refused(json(As.admin()).body(body).post("/shops").then());
        }
        String deep = "{\"name\": \"a\", \"settings\": {\"x\": " + "[".repeat(5000) + "]".repeat(5000) + "}}";
        refused(json(As.admin()).body(deep).post("/shops").then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null"})
    void aBodyThatIsMissingIsAskedForByNoNameOfOurs(String body) {
        refused(json(As.admin()).body(body).post("/shops").then())
                .body("detail", equalTo("A body is needed: there is none, or it is null."))
                .body("violations.field", contains(""))
                .body("violations.code", contains("NotNull"));
    }

    @Test
    void bodiesAreNotUnpacked() {
        json(As.admin())
                .header("Content-Encoding", "gzip")
                .body(new byte[] {0x1f, (byte) 0x8b, 8})
                .post("/shops")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .header("Accept-Encoding", "identity")
                .body("violations.field", contains("Content-Encoding"));
        refused(json(As.admin())
                .header("Content-Encoding", "identity")
                .body("{}")
                .post("/shops")
                .then());
    }

    @Test
    void refusalsNameTheFieldAndWhatItTakes() {
        refused(post("/shops", "{\"name\": \"a\", \"platform\": \"MARS\"}"))
                .body("violations.field", contains("platform"))
                .body("violations.message", hasItem(containsString("TAOBAO, TMALL")));
        refused(post("/shops", "{\"name\": \"a\\u0000\"}"))
                .body("violations.field", contains("name"))
                .body("violations.code", contains("UncleanText"));
        refused(post("/shops", "{\"name\": \"a\\u001b[2J\\r\\nb\"}"))
                .body("violations.field", contains("name"))
                .body("violations.code", contains("Visible"));
        refused(post("/shops", "{\"name\": \"a\", \"name\": \"a\"}")).body("detail", containsString("twice"));
        TestShop shop = TestShop.create();
        refused(post(
                        "/shops/" + shop.id() + "/campaigns",
                        "{\"name\": \"a\", \"startDay\": \"2026-11-11\", \"mechanic\": \"BARTER\"}"))
                .body("violations.field", contains("mechanic"))
                .body("violations.message", hasItem(containsString("One of ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\" 2026-11-11\"",
                "\"２０２６-11-11\"",
                "\"2026-11-11T00:00:00Z\"",
                "\"0001-01-01\"",
                "\"9999-12-31\"",
                "\"+999999999-12-31\"",
                "\"2026-02-30\"",
                "20261111",
                "[2026,11,11]"
            })
    void daysOfBodiesHaveOneSpellingAndAreNearEnough(String day) {
        TestShop shop = TestShop.create();
        refused(post("/shops/" + shop.id() + "/campaigns", "{\"name\": \"a\", \"startDay\": " + day + "}"))
                .body("violations.field", contains("startDay"))
                .body("violations.message", contains(containsString("yyyy-MM-dd")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "campaigns?from=9999-12-31|from",
                "campaigns?to=0000-01-01|to",
                "campaigns?from=２０２６-01-01|from",
                "orders?to=%2B999999999-12-31|to",
                "orders?from=2026-1-1|from",
                "orders?counted=yes|counted",
                "orders?buyer=１|buyer",
                "orders?buyer=%2B1|buyer",
                "orders?limit=１０|limit",
                "orders?limit=%2010|limit",
                "orders?limit=1e2|limit",
                "orders?limit=10.0|limit",
                "orders?limit=%2B10|limit",
                "due-buyers?within=７|within",
                "due-buyers?within=%207|within",
                "repurchase-cycle?asOf=9999-12-31|asOf",
                "repurchase-cycle?cohort=２０２６-01|cohort",
                "repurchase-cycle?cohort=%2B99999-01|cohort",
                "repurchase-cycle?cohort=0000-01|cohort",
                "tier-moves?from=1000-01-01|from",
                "campaigns?status=NOWHERE|status"
            })
    void valuesOfQueriesHaveOneSpelling(String query, String field) {
        TestShop shop = TestShop.create();
        refused(As.admin()
                        .urlEncodingEnabled(false)
                        .get("/shops/" + shop.id() + "/" + encoded(query))
                        .then())
                .body("violations.field", contains(field));
    }

    @Test
    void flagsOfQueriesAreTrueOrFalse() {
        refused(As.staff1().get("/tasks?mine=yes").then()).body("violations.field", contains("mine"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "x",
                "９",
                "-1",
                "9999999999999999999999",
                "\u001f",
                "2026-11-09T00:00:00Z\u001f1",
                "+1000000000-12-31T23:59:59Z\u001f1",
                "0001-01-01\u001f1",
                "+999999999-12-31\u001f1",
                "a\u0000\u001f1"
            })
    void cursorsThatNoListGaveAreRefused(String text) {
        TestShop shop = TestShop.create();
        String after = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        for (String list : List.of("orders", "campaigns", "feedback", "tier-moves", "buyers", "hook-deliveries")) {
            ValidatableResponse answer = As.admin()
                    .queryParam("after", after)
                    .get("/shops/" + shop.id() + "/" + list)
                    .then();
            // A whole number may well be the cursor of some lists.
            if (!text.equals("-1")) {
                refused(answer);
            } else {
                answer.statusCode(org.hamcrest.Matchers.lessThan(500));
            }
        }
    }

    @Test
    void idsOfPathsHaveOneSpelling() {
        for (String id : List.of("１", "+1", "-1", " 1", "1.0", "99999999999999999999", "x")) {
            As.admin().get("/campaigns/{id}", id).then().statusCode(404).contentType("application/problem+json");
        }
    }

    @Test
    void headersThatAreKeptOrComparedAreAscii() {
        for (String header : List.of("Idempotency-Key", "If-Match", "Last-Event-ID")) {
            refused(As.admin()
                            .header(header, "\u00e9")
                            .contentType(ContentType.JSON)
                            .body("{\"name\": \"a\"}")
                            .post("/shops")
                            .then())
                    .body("violations.field", contains(header));
        }
    }

    @Test
    void aNewThingIsToldByItsPathAndNeverAtTheHostThatIsClaimed() {
        As.admin()
                .header("Host", "evil.example.net")
                .contentType(ContentType.JSON)
                .body("{\"name\": \"a\"}")
                .post("/shops")
                .then()
                .statusCode(201)
                .header("Location", org.hamcrest.Matchers.anyOf(nullValue(), org.hamcrest.Matchers.startsWith("/")));
    }

    private static String encoded(String query) {
        StringBuilder text = new StringBuilder();
        for (char letter : query.toCharArray()) {
            text.append(
                    letter < 128
                            ? String.valueOf(letter)
                            : java.net.URLEncoder.encode(String.valueOf(letter), StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private static ValidatableResponse post(String path, String body) {
        return json(As.admin()).body(body).post(path).then();
    }

    private static ValidatableResponse refused(ValidatableResponse answer) {
        return answer.statusCode(400).contentType("application/problem+json").body("status", equalTo(400));
    }
}

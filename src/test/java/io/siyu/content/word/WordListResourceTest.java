package io.siyu.content.word;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@QuarkusTestResource(Database.class)
class WordListResourceTest {
    private TestShop shop;

    @BeforeEach
    void found() {
        shop = TestShop.create();
    }

    @Test
    void aShopBeginsWithEmptyListsBesideTheBuiltInOnes() {
        get(As.staff1())
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("banned", empty())
                .body("allowed", empty());
        As.staff1()
                .get("/shops/{shop}/word-lists/built-in", shop.id())
                .then()
                .statusCode(200)
                .body("banned", hasItem("国家级"))
                .body("allowed", hasItem("冠军杯"));
    }

    @Test
    void whatTheShopBansAndAllowsHoldsFromTheNextCheckOn() {
        String script = write("厨房神 器，顶级水手同款");
        flagged(script, "\"顶级\" must not appear");

        put(As.marketer(), "\"0\"", List.of("神器"), List.of("顶级水手"))
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("banned", contains("神器"));
        flagged(script, "\"神 器\" reads as \"神器\"");

        put(As.admin(), "\"1\"", List.of(), List.of("顶级水手")).statusCode(200);
        As.staff1().post("/scripts/{id}/checks", script).then().body("violations", empty());
        get(As.marketer()).header("ETag", equalTo("\"2\"")).body("allowed", contains("顶级水手"));
    }

    @Test
    void theSameListsMakeNoVersionAndNoAct() {
        put(As.marketer(), "\"0\"", List.of(), List.of()).statusCode(200).header("ETag", equalTo("\"0\""));
        put(As.marketer(), "\"0\"", List.of("神器"), List.of()).statusCode(200).header("ETag", equalTo("\"1\""));
        put(As.marketer(), "\"1\"", List.of(" 神器"), List.of())
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("banned", contains("神器"));
        As.admin()
                .get("/shops/{shop}/audit-events", shop.id())
                .then()
                .body("items.findAll { it.action == 'word-lists.replace' }", hasSize(1));
    }

    @Test
    void whatOneShopBansAnotherMaySay() {
        put(As.marketer(), "\"0\"", List.of("神器"), List.of()).statusCode(200);
        TestShop other = TestShop.create();
        String script = write(other, "厨房神器");

        As.staff1().post("/scripts/{id}/checks", script).then().body("violations", empty());
        As.marketer().get("/shops/{shop}/word-lists", other.id()).then().body("banned", empty());
    }

    @Test
    void entriesAreTrimmedAndThoseThatReadAlikeAreKeptOnce() {
        put(As.marketer(), "\"0\"", List.of(" 神器 ", "神 器", "Best Seller", "ＢＥＳＴ ｓｅｌｌｅｒ"), List.of())
                .statusCode(200)
                .body("banned", contains("神器", "Best Seller"));
    }

    @Test
    void badListsAreRefused() {
        put(As.marketer(), "\"0\"", List.of("。。"), List.of())
                .statusCode(400)
                .body("violations.field", contains("banned[0]"));
        put(As.marketer(), "\"0\"", List.of("神器"), List.of("神-器"))
                .statusCode(400)
                .body("violations.code", contains("InBothLists"));
        put(As.marketer(), "\"0\"", List.of(" "), List.of()).statusCode(400);
        put(As.marketer(), "\"0\"", List.of("长".repeat(41)), List.of()).statusCode(400);
        put(As.marketer(), "\"0\"", Collections.nCopies(501, "神器"), List.of()).statusCode(400);
        put(As.marketer(), "\"0\"", Map.of("banned", List.of())).statusCode(400);
        put(As.marketer(), "\"0\"", Map.of("banned", List.of(), "allowed", List.of(), "ignored", List.of()))
                .statusCode(400)
                .body("violations.field", contains("ignored"));
        get(As.marketer()).header("ETag", equalTo("\"0\""));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"神器，秒杀\"', SeveralEntries",
        "'\"神器、秒杀\"', SeveralEntries",
        "'\"神器；秒杀\"', SeveralEntries",
        "'\"神器,秒杀\"', SeveralEntries",
        "'\"神器\\n秒杀\"', SeveralEntries",
        "'\"神\\u0001器\"', NoText",
        "'\"神\\u0000器\"', UncleanText",
        "'\"神\\ud83d器\"', UncleanText",
        "'\" \"', NotBlank",
        "'null', NotBlank"
    })
    void anEntryIsOneText(String entry, String code) {
        putText("{\"banned\": [" + entry + "], \"allowed\": []}")
                .statusCode(400)
                .body("violations.code", contains(code))
                .body("violations.field", contains("banned[0]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "123", "1.5", "{}", "[\"神器\"]"})
    void whatIsNoTextIsNoEntry(String entry) {
        putText("{\"banned\": [" + entry + "], \"allowed\": []}")
                .statusCode(400)
                .body("violations.field", contains("banned[0]"));
    }

    @Test
    void lengthsCountCharactersAsPeopleWriteThem() {
        put(As.marketer(), "\"0\"", List.of("𠮷".repeat(40)), List.of()).statusCode(200);
        put(As.marketer(), "\"1\"", List.of("𠮷".repeat(41)), List.of())
                .statusCode(400)
                .body("violations.field", contains("banned[0]"))
                .body("violations.code", contains("Size"));
    }

    private ValidatableResponse putText(String json) {
        return As.marketer()
                .header("If-Match", "\"0\"")
                .contentType(ContentType.JSON)
                .body(json)
                .put("/shops/{shop}/word-lists", shop.id())
                .then();
    }

    @Test
    void versionsRolesAndShopsAreChecked() {
        put(As.marketer(), null, List.of("神器"), List.of()).statusCode(428);
        put(As.marketer(), "\"7\"", List.of("神器"), List.of()).statusCode(412);
        put(As.staff1(), "\"0\"", List.of("神器"), List.of()).statusCode(403);
        put(As.nobody(), "\"0\"", List.of("神器"), List.of()).statusCode(401);
        get(As.nobody()).statusCode(401);
        get(As.user("integration")).statusCode(403);
        As.marketer().get("/shops/4711/word-lists").then().statusCode(404);
    }

    private ValidatableResponse get(RequestSpecification as) {
        return as.get("/shops/{shop}/word-lists", shop.id()).then();
    }

    private ValidatableResponse put(
            RequestSpecification as, String ifMatch, List<String> banned, List<String> allowed) {
        return put(as, ifMatch, Map.of("banned", banned, "allowed", allowed));
    }

    private ValidatableResponse put(RequestSpecification as, String ifMatch, Map<String, Object> body) {
        RequestSpecification request = ifMatch == null ? as : as.header("If-Match", ifMatch);
        return request.contentType(ContentType.JSON)
                .body(body)
                .put("/shops/{shop}/word-lists", shop.id())
                .then();
    }

    private String write(String copy) {
        return write(shop, copy);
    }

    private static String write(TestShop shop, String copy) {
        return As.make(As.marketer(), "/shops/{shop}/scripts", Map.of("title", "话术", "copy", copy), shop.id());
    }

    private static void flagged(String script, String sentence) {
        As.staff1()
                .post("/scripts/{id}/checks", script)
                .then()
                .statusCode(200)
                .body("violations.rule", contains("BANNED_WORD"))
                .body("violations.severity", contains("ERROR"))
                .body("violations.message", contains(containsString(sentence)));
    }
}

package io.siyu.content.script;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ScriptResourceTest {

    @Test
    void aChangeOfCopyMakesANewVersionAndTheOldOneStays() {
        String script = write(TestShop.create(), Map.of("title", "早安", "copy", "早上好 😊"));

        patch(script, Map.of("title", "早间问候")).statusCode(200).body("contentVersion", equalTo(1));
        patch(script, Map.of("copy", "大家早上好 😊")).statusCode(200).body("contentVersion", equalTo(2));

        As.staff1()
                .get("/scripts/{id}/versions", script)
                .then()
                .body("items.contentVersion", contains(2, 1))
                .body("items.copy", contains("大家早上好 😊", "早上好 😊"));
    }

    /** R10: a newer version is offered with its difference. */
    @Test
    void whatAnotherVersionHasOtherwiseIsShown() {
        String script = write(TestShop.create(), Map.of("title", "早安", "copy", "早上好，老客八折"));
        patch(script, Map.of("copy", "早上好，老客九折", "media", List.of(picture("note", "门店"))))
                .statusCode(200);
        patch(script, Map.of("copy", "晚上好")).statusCode(200);

        As.staff1()
                .get("/scripts/{id}/versions/1/difference?to=2", script)
                .then()
                .statusCode(200)
                .body("fromVersion", equalTo(1))
                .body("toVersion", equalTo(2))
                .body("copy.findAll { it.change != 'ADDED' }.text.join('')", equalTo("早上好，老客八折"))
                .body("copy.findAll { it.change != 'REMOVED' }.text.join('')", equalTo("早上好，老客九折"))
                .body("firstComment", empty())
                .body("removedMedia", empty())
                .body("addedMedia.note", contains("门店"));
        As.staff1().get("/scripts/{id}/versions/1/difference", script).then().body("toVersion", equalTo(3));
        As.staff1().get("/scripts/{id}/versions/4/difference", script).then().statusCode(404);
        As.staff1()
                .get("/scripts/{id}/versions/1/difference?to=9", script)
                .then()
                .statusCode(404);
    }

    @Test
    void theCheckListsWhatIsBroken() {
        TestShop shop = TestShop.create();
        String script = write(
                shop,
                Map.of(
                        "title",
                        "夸张",
                        "kind",
                        "MOMENT",
                        "line",
                        "MARKETING",
                        "copy",
                        "全网最低，{{昵称}}和{{生日}}",
                        "media",
                        Collections.nCopies(10, Map.of("type", "PICTURE"))));

        json(As.staff1())
                .post("/scripts/{id}/checks", script)
                .then()
                .statusCode(200)
                .body(
                        "violations.rule",
                        containsInAnyOrder(
                                "BANNED_WORD", "UNRESOLVED_VARIABLE", "UNRESOLVED_VARIABLE", "MOMENT_PICTURES"))
                .body("violations.findAll { it.severity == 'ERROR' }", hasSize(4));
        json(As.staff1())
                .post("/scripts/{id}/checks", write(shop, Map.of("title", "好", "copy", "早上好")))
                .then()
                .body("violations", empty());
    }

    @Test
    void versionsRolesAndShopsAreChecked() {
        TestShop shop = TestShop.create();
        String script = write(shop, Map.of("title", "早安", "copy", "早上好"));

        json(As.marketer())
                .body(Map.of("copy", "x"))
                .patch("/scripts/{id}", script)
                .then()
                .statusCode(428);
        json(As.marketer())
                .header("If-Match", "\"99\"")
                .body(Map.of("copy", "x"))
                .patch("/scripts/{id}", script)
                .then()
                .statusCode(412);
        json(As.staff1())
                .body(Map.of("copy", "x"))
                .patch("/scripts/{id}", script)
                .then()
                .statusCode(403);
        As.nobody().get("/scripts/{id}", script).then().statusCode(401);
        As.marketer().get("/scripts/4711").then().statusCode(404);
        As.staff1().get("/scripts/{id}", script).then().statusCode(200).body("copy", equalTo("早上好"));
    }

    @Test
    void badInputIsNamed() {
        TestShop shop = TestShop.create();

        refused(shop, Map.of("copy", "x"), "title");
        refused(shop, Map.of("title", "x"), "copy");
        refused(shop, Map.of("title", "x", "copy", "x", "font", "y"), "font");
        refused(shop, Map.of("title", "x", "copy", "x", "line", "SALES"), "line");
        refused(shop, Map.of("title", "x", "copy", "x", "media", List.of(Map.of())), "media[0].type");
    }

    @Test
    void showsOnlyMaterialsOfItsShopAndAddressesOfTheWeb() {
        TestShop shop = TestShop.create();
        String own = upload(shop);
        String foreign = upload(TestShop.create());
        for (String url : List.of(
                "javascript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "//example.com/a.jpg",
                "example.com/a.jpg",
                "https://",
                "https://user@example.com/a.jpg",
                "https://example.com/a\nb",
                "https://example.com/\u202egpj.exe",
                "https:// example.com",
                "")) {
            refused(shop, Map.of("title", "x", "copy", "x", "media", List.of(picture("url", url))), "media[0].url");
        }
        for (String material : List.of(foreign, "4711")) {
            refused(
                    shop,
                    Map.of("title", "x", "copy", "x", "media", List.of(picture("materialId", material))),
                    "media[0].materialId");
        }

        String script = write(
                shop,
                Map.of(
                        "title",
                        "x",
                        "copy",
                        "x",
                        "media",
                        List.of(
                                picture("materialId", own),
                                picture("url", "https://example.com/图/a.jpg?x=1"),
                                picture("note", "门店"))));
        json(As.marketer())
                .header("If-Match", "\"0\"")
                .body(Map.of("media", List.of(picture("materialId", foreign))))
                .patch("/scripts/{id}", script)
                .then()
                .statusCode(400)
                .body("violations.field", contains("media[0].materialId"));
    }

    private static Map<String, Object> picture(String name, String value) {
        return Map.of("type", "PICTURE", name, value);
    }

    private static String upload(TestShop shop) {
        return As.marketer()
                .multiPart("file", "a.txt", "早上好".getBytes(StandardCharsets.UTF_8), "text/plain")
                .post("/shops/{shop}/materials", shop.id())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void scriptsAreListedByLine() {
        TestShop shop = TestShop.create();
        String brand = write(shop, Map.of("title", "品牌", "copy", "故事", "line", "BRAND"));
        write(shop, Map.of("title", "促销", "copy", "活动"));

        As.staff1().get("/shops/{shop}/scripts?line=BRAND", shop.id()).then().body("items.id", contains(brand));
    }

    private static String write(TestShop shop, Map<String, Object> body) {
        return As.make(As.marketer(), "/shops/{shop}/scripts", body, shop.id());
    }

    private static io.restassured.response.ValidatableResponse patch(String script, Map<String, Object> body) {
        return json(As.marketer())
                .header("If-Match", As.marketer().get("/scripts/{id}", script).header("ETag"))
                .body(body)
                .patch("/scripts/{id}", script)
                .then();
    }

    private static void refused(TestShop shop, Map<String, Object> body, String field) {
        json(As.marketer())
                .body(body)
                .post("/shops/{shop}/scripts", shop.id())
                .then()
                .statusCode(400)
                .body("violations.field", contains(field));
    }
}

package io.siyu.content.material;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(Database.class)
class MaterialResourceTest {
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final byte[] TEXT = "礼盒很好看".getBytes(StandardCharsets.UTF_8);

    private final Counter missing = Metrics.counter("siyu.material.files.missing");

    @ConfigProperty(name = "siyu.materials.folder")
    Path folder;

    @Test
    void aPictureIsKeptUnderTheTypeThatItsBytesShow() {
        TestShop shop = TestShop.create();

        String id = upload(shop, "../../poster.txt", PNG)
                .statusCode(201)
                .body("contentType", equalTo("image/png"))
                .body("kind", equalTo("PICTURE"))
                .body("title", equalTo("poster.txt"))
                .extract()
                .path("id");

        As.staff1().get("/shops/{shop}/materials", shop.id()).then().body("items.id", contains(id));
        assertThat(As.staff1()
                        .get("/materials/{id}/content", id)
                        .then()
                        .statusCode(200)
                        .contentType("image/png")
                        .extract()
                        .asByteArray())
                .isEqualTo(PNG);
        As.marketer().get("/materials/4711/content").then().statusCode(404);
    }

    @Test
    void aMaterialWhoseFileIsGoneIsNotFoundAndCounted() throws IOException {
        TestShop shop = TestShop.create();
        String id = upload(shop, "a.png", PNG).statusCode(201).extract().path("id");
        Files.delete(fileOf(shop, id));
        double before = missing.count();

        for (String part : List.of("content", "thumbnail")) {
            As.staff1()
                    .get("/materials/{id}/{part}", id, part)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("code", equalTo("NOT_FOUND"));
        }

        assertThat(missing.count()).isEqualTo(before + 2);
    }

    @Test
    void whatABrowserWouldRunIsRefused() {
        TestShop shop = TestShop.create();

        upload(shop, "a.png", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8))
                .statusCode(415);
        upload(shop, "a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8))
                .statusCode(415);
        upload(shop, "a.png", new byte[0]).statusCode(400);
    }

    @Test
    void materialsAreFoundByTheirTagsAndKind() {
        TestShop shop = TestShop.create();
        String picture = upload(shop, "a.png", PNG).extract().path("id");
        String text = upload(shop, "a.txt", TEXT)
                .body("kind", equalTo("TEXT"))
                .body("thumbnailUrl", nullValue())
                .extract()
                .path("id");
        change(picture, "\"0\"", Map.of("tags", List.of("新品", "100%_好", "新品")))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("tags", contains("新品", "100%_好"));
        change(text, "\"0\"", Map.of("tags", List.of("新品上市"))).statusCode(200);

        assertListed(shop, Map.of("tag", "新品"), picture);
        assertListed(shop, Map.of("tag", "100%_好"), picture);
        assertListed(shop, Map.of("tag", "新品上市"), text);
        assertListed(shop, Map.of("tag", ""), text, picture);
        assertListed(shop, Map.of("kind", "PICTURE"), picture);
        assertListed(shop, Map.of("kind", "TEXT"), text);
        assertListed(shop, Map.of(), text, picture);
        As.staff1()
                .queryParam("tag", "新品")
                .queryParam("kind", "VIDEO")
                .get("/shops/{shop}/materials", shop.id())
                .then()
                .body("items", empty());
        As.staff1()
                .queryParam("kind", "SONG")
                .get("/shops/{shop}/materials", shop.id())
                .then()
                .statusCode(400);
    }

    @Test
    void whatIsSaidOfAMaterialIsChangedByWhoHasSeenIt() {
        TestShop shop = TestShop.create();
        String id = upload(shop, "a.png", PNG).extract().path("id");

        change(id, null, Map.of("title", "海报")).statusCode(428);
        change(id, "\"7\"", Map.of("title", "海报")).statusCode(412);
        change(id, "\"0\"", Map.of("title", "海报", "consentNote", "本人同意匿名使用"))
                .statusCode(200)
                .body("title", equalTo("海报"))
                .body("consentNote", equalTo("本人同意匿名使用"));
        Map<String, Object> none = new HashMap<>();
        none.put("consentNote", null);
        change(id, "\"1\"", none).statusCode(200).body("title", equalTo("海报")).body("consentNote", nullValue());
        As.staff1()
                .get("/materials/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("title", equalTo("海报"));
        change(id, "*", Map.of("tags", List.of(" "))).statusCode(400);
        As.json(As.staff1())
                .header("If-Match", "*")
                .body(Map.of("title", "我的"))
                .patch("/materials/{id}", id)
                .then()
                .statusCode(403);
    }

    @Test
    void aPictureIsShownSmallAndOnlyOnce() {
        TestShop shop = TestShop.create();
        String id = upload(shop, "a.png", PNG)
                .body("thumbnailUrl", endsWith("/thumbnail"))
                .extract()
                .path("id");

        String tag = As.staff1()
                .get("/materials/{id}/thumbnail", id)
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .extract()
                .header("ETag");

        assertThat(fileOf(shop, id + ".thumbnail")).isNotEmptyFile();
        As.staff1()
                .header("If-None-Match", tag)
                .get("/materials/{id}/thumbnail", id)
                .then()
                .statusCode(304);
        String text = upload(shop, "a.txt", TEXT).extract().path("id");
        As.staff1().get("/materials/{id}/thumbnail", text).then().statusCode(404);
    }

    @Test
    void itTellsWhichScriptsAndPostsShowIt() {
        TestShop shop = TestShop.create();
        String id = upload(shop, "a.png", PNG).extract().path("id");
        String other = upload(shop, "b.png", PNG).extract().path("id");
        String script = As.make(
                As.marketer(),
                "/shops/{shop}/scripts",
                Map.of(
                        "title",
                        "早安",
                        "copy",
                        "早上好",
                        "kind",
                        "MOMENT",
                        "line",
                        "PERSONA",
                        "media",
                        List.of(Map.of("type", "PICTURE", "materialId", id))),
                shop.id());
        String campaign = As.make(
                As.marketer(), "/shops/{shop}/campaigns", Map.of("name", "三日", "startDay", "2027-03-01"), shop.id());
        String post = As.make(
                As.marketer(),
                "/campaigns/{campaign}/posts",
                Map.of("day", 1, "kind", "MOMENT", "at", "09:00", "scriptId", script),
                campaign);
        As.change(
                As.marketer(),
                "/scripts/{script}",
                Map.of("media", List.of(Map.of("type", "PICTURE", "materialId", other))),
                script);

        As.staff1()
                .get("/materials/{id}/uses", id)
                .then()
                .statusCode(200)
                .body("items.kind", contains("SCRIPT", "POST"))
                .body("items.scriptId", contains(script, script))
                .body("items.scriptVersion", contains(1, 1))
                .body("items[1].postId", equalTo(post))
                .body("items[1].campaignId", equalTo(campaign))
                .body("items[1].day", equalTo("2027-03-01"));
        As.staff1()
                .get("/materials/{id}/uses", other)
                .then()
                .body("items.kind", contains("SCRIPT"))
                .body("items.scriptVersion", contains(2));
    }

    private Path fileOf(TestShop shop, String name) {
        return folder.resolve(shop.id()).resolve(name);
    }

    private static void assertListed(TestShop shop, Map<String, String> filter, String... ids) {
        As.staff1()
                .queryParams(filter)
                .get("/shops/{shop}/materials", shop.id())
                .then()
                .statusCode(200)
                .body("items.id", contains(ids));
    }

    private static ValidatableResponse change(String id, String ifMatch, Map<String, Object> change) {
        var request = As.json(As.marketer()).body(change);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .patch("/materials/{id}", id)
                .then();
    }

    private static ValidatableResponse upload(TestShop shop, String name, byte[] bytes) {
        return As.staff1()
                .multiPart("file", name, bytes)
                .post("/shops/{shop}/materials", shop.id())
                .then();
    }
}

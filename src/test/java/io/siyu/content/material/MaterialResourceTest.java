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

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(Database.class)
class MaterialResourceTest {
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final Counter missing = Metrics.counter("siyu.material.files.missing");

    @ConfigProperty(name = "siyu.materials.folder")
    Path folder;

    @Test
    void aPictureIsKeptUnderTheTypeThatItsBytesShow() {
        TestShop shop = TestShop.create();

        String id = upload(shop, "../../poster.txt", PNG)
                .statusCode(201)
                .body("contentType", equalTo("image/png"))
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
        Files.delete(folder.resolve(shop.id()).resolve(id));
        double before = missing.count();

        As.staff1()
                .get("/materials/{id}/content", id)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_FOUND"));

        assertThat(missing.count()).isEqualTo(before + 1);
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

    private static ValidatableResponse upload(TestShop shop, String name, byte[] bytes) {
        return As.staff1()
                .multiPart("file", name, bytes)
                .post("/shops/{shop}/materials", shop.id())
                .then();
    }
}

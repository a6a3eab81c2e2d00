package io.siyu.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.siyu.platform.privacy.person.PersonWords;
import io.siyu.support.Closing;
import io.siyu.support.DatabaseServer;
import io.siyu.support.PackagedService;
import io.siyu.support.S3Server;
import io.siyu.support.Tokens;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Materials in a bucket instead of a folder: kept, shown, made small, and searched by an erasure. */
class S3MaterialsXIT {
    private static final Path FOLDER = Path.of("target/s3-materials");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PHONE = "13912340077";
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static DatabaseServer database;
    private static S3Server objects;
    private static PackagedService service;
    private static String shop;

    @BeforeAll
    static void start() {
        database = new DatabaseServer(FOLDER);
        objects = new S3Server();
        Map<String, String> settings = Map.of(
                "siyu.materials.store", "s3",
                "siyu.materials.s3.url", objects.url(),
                "siyu.materials.s3.bucket", S3Server.BUCKET,
                "siyu.materials.s3.access-key", S3Server.ACCESS_KEY,
                "siyu.materials.s3.secret-key", S3Server.SECRET_KEY);
        service = new PackagedService("siyu1", FOLDER, database.url(), PackagedService.SMALL_AND_SOON_UP, settings)
                .start();
        shop = service.client().createShop("Bucket");
    }

    @AfterAll
    static void end() throws Exception {
        Closing.all(service, objects, database);
    }

    @Test
    void aPictureLiesInTheBucketAndSoDoesTheSmallOne() {
        String id = upload("a.png", PNG, "image/png");

        assertThat(admin().get("/materials/{id}/content", id).asByteArray()).isEqualTo(PNG);
        admin().get("/materials/{id}/thumbnail", id).then().statusCode(200).contentType("image/jpeg");
        assertThat(objects.names()).contains(shop + "/" + id, shop + "/" + id + ".thumbnail");
        assertThat(FOLDER.resolve("service/materials")).doesNotExist();
        assertThat(FOLDER.resolve("service/working"))
                .satisfiesAnyOf(folder -> assertThat(folder).doesNotExist(), folder -> assertThat(folder)
                        .isEmptyDirectory());
    }

    @Test
    void anErasureLooksThroughTheTextsOfTheBucket() {
        Map<String, Object> order = Map.of(
                "orderNo", "B1",
                "buyerId", "bucket-1",
                "phone", PHONE,
                "orderedAt", "2026-01-05T10:00:00+08:00",
                "paidAmount", "10.00",
                "status", "COMPLETED");
        service.client().post("admin", "/shops/" + shop + "/orders", Map.of("orders", List.of(order)));
        JsonNode orders = service.client().get("admin", "/shops/" + shop + "/orders");
        String buyer = orders.at("/items/0/buyerId").asText();
        String id = upload("note.txt", ("联系 " + PHONE).getBytes(StandardCharsets.UTF_8), "text/plain");

        admin().delete("/buyers/{id}", buyer).then().statusCode(204);

        Waiting.until("the text is looked through", PATIENCE, () -> text(id).equals("联系 " + PersonWords.MARK));
        admin().get("/shops/{shop}/materials", shop)
                .then()
                .body(
                        "items.find { it.id == '" + id + "' }.bytes",
                        equalTo(text(id).getBytes(StandardCharsets.UTF_8).length));
        assertThat(Files.exists(FOLDER.resolve("service/materials"))).isFalse();
    }

    private static String text(String id) {
        return new String(admin().get("/materials/{id}/content", id).asByteArray(), StandardCharsets.UTF_8);
    }

    private static String upload(String name, byte[] bytes, String type) {
        return admin().multiPart("file", name, bytes, type)
                .post("/shops/{shop}/materials", shop)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static RequestSpecification admin() {
        return RestAssured.given()
                .baseUri(service.address())
                .basePath("/api/v1")
                .auth()
                .oauth2(Tokens.of("admin"));
    }
}

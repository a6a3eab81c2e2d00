package io.siyu.support;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;

import java.time.Duration;
import java.util.List;

/** Has candidates given to accounts. */
public final class Distributions {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<String> UNDER_WAY = List.of("QUEUED", "RUNNING");

    private Distributions() {}

    /** As a marketer. @return the distribution once it is over */
    public static JsonPath run(String shop, Object body) {
        String id = As.marketer()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/shops/{shop}/follower-distributions", shop)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return finished(id);
    }

    /** The distribution once it is over. */
    public static JsonPath finished(String id) {
        Waiting.until(
                "distribution " + id + " is over", PATIENCE, () -> !UNDER_WAY.contains(of(id).getString("status")));
        return of(id);
    }

    public static JsonPath of(String id) {
        return As.marketer()
                .get("/follower-distributions/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}

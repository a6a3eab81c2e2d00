package io.siyu.support;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import static io.restassured.RestAssured.given;

/** Requests with a real token of one of the ready users. */
public final class As {
    /** Far less than a token is good for, which a long run of tests outlives. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private static final Map<String, Token> TOKENS = new ConcurrentHashMap<>();

    private As() {}

    private record Token(String text, Instant madeAt) {}

    public static RequestSpecification admin() {
        return user("admin");
    }

    public static RequestSpecification marketer() {
        return user("marketer");
    }

    public static RequestSpecification staff1() {
        return user("staff1");
    }

    public static RequestSpecification staff2() {
        return user("staff2");
    }

    public static RequestSpecification integration() {
        return user("integration");
    }

    /** Someone without a token. */
    public static RequestSpecification nobody() {
        return given().basePath("/api/v1").accept("*/*");
    }

    public static RequestSpecification user(String name) {
        return nobody().auth().oauth2(token(name));
    }

    /** With JSON for its body. */
    public static RequestSpecification json(RequestSpecification as) {
        return as.contentType(ContentType.JSON);
    }

    /** Posts what becomes a thing of its own. @return its id */
    public static String make(RequestSpecification as, String path, Object body, Object... params) {
        return json(as).body(body)
                .post(path, params)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Changes a thing whatever has become of it meanwhile. */
    public static void change(RequestSpecification as, String path, Object change, Object... params) {
        json(as).header("If-Match", "*").body(change).patch(path, params).then().statusCode(200);
    }

    public static JsonPath seen(RequestSpecification as, String path, Object... params) {
        return as.get(path, params).then().statusCode(200).extract().jsonPath();
    }

    public static String token(String name) {
        Instant now = Instant.now();
        return TOKENS.compute(
                        name,
                        (user, known) ->
                                known != null && known.madeAt().plus(FRESH).isAfter(now)
                                        ? known
                                        : new Token(newToken(user), now))
                .text();
    }

    private static String newToken(String user) {
        return nobody().contentType(ContentType.JSON)
                .body(Map.of("user", user))
                .post("/dev/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}

package io.siyu.support;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import static io.restassured.RestAssured.given;

/** Requests with a real token of one of the ready users. */
public final class As {
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private As() {}

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

    public static String token(String name) {
        return TOKENS.computeIfAbsent(name, user -> nobody().contentType(ContentType.JSON)
                .body(Map.of("user", user))
                .post("/dev/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token"));
    }
}

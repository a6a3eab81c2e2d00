package io.siyu.platform.security;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.siyu.support.As;
import io.siyu.support.Database;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(Database.class)
class CrossSiteGuardResourceTest {
    private static final String SHOPS = "/shops";

    @Test
    void refusesAChangeThatOnlyACookieVouchesFor() {
        withCookie("q_session").post(SHOPS).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
        withCookie("q_session_chunk_1").post(SHOPS).then().statusCode(403);
        withCookie("q_session").delete("/dev/clock").then().statusCode(403);
    }

    @Test
    void letsTheConsoleThroughToTheLogin() {
        withCookie("q_session")
                .header(CrossSiteGuard.HEADER, "siyu")
                .post(SHOPS)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void asksNothingOfReadersAndOfPrograms() {
        withCookie("q_session").get("/me").then().statusCode(401);
        As.admin().contentType(ContentType.JSON).body("{}").post(SHOPS).then().statusCode(400);
    }

    @Test
    void answersWhoHasNoLoginInJsonAndWithoutARedirect() {
        for (RequestSpecification caller : new RequestSpecification[] {
            As.nobody(),
            As.nobody().header(CrossSiteGuard.HEADER, "siyu"),
            As.nobody().header(CrossSiteGuard.HEADER, "XMLHttpRequest")
        }) {
            caller.redirects()
                    .follow(false)
                    .get("/me")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("Location", nullValue());
        }
    }

    @Test
    void pagesAndAnswersAllowNoForeignScript() {
        given().redirects()
                .follow(false)
                .get("/")
                .then()
                .statusCode(302)
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin");
    }

    private static RequestSpecification withCookie(String name) {
        return As.nobody().cookie(name, "x").contentType(ContentType.JSON).body("{}");
    }
}

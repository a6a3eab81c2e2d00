package io.siyu.it;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.siyu.support.Browser;
import io.siyu.support.Database;
import io.siyu.support.NeedsChromium;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** The packaged application with a real Keycloak and a real database, as it runs for a shop. */
@QuarkusIntegrationTest
@QuarkusTestResource(Database.class)
@QuarkusTestResource(value = Keycloak.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Settings.class, restrictToAnnotatedClass = true)
class PackagedApplicationXIT {
    private static final Path APPLICATION = Path.of("target/quarkus-app");

    @Test
    void theTokensOfARealKeycloakGiveNamesAndRoles() {
        given().auth()
                .oauth2(Keycloak.tokenOf("staff1"))
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("staff1"))
                .body("roles", contains("staff"));
        given().auth()
                .oauth2(Keycloak.integrationToken())
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("roles", contains("integration"));
    }

    @Test
    void rolesAreHeld() {
        Map<String, String> shop = Map.of("name", "Packaged");
        given().auth()
                .oauth2(Keycloak.tokenOf("staff1"))
                .contentType(ContentType.JSON)
                .body(shop)
                .post("/api/v1/shops")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Keycloak.tokenOf("admin"))
                .contentType(ContentType.JSON)
                .body(shop)
                .post("/api/v1/shops")
                .then()
                .statusCode(201);
        given().get("/api/v1/shops").then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void aLoginMadeAnewUnderAnOldNameInheritsNoShop() {
        String shop = as("admin")
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Inherited"))
                .post("/api/v1/shops")
                .path("id");
        Map<String, Object> invitation = Map.of("username", "staff2", "roles", List.of("staff"));
        String first = as("admin")
                .contentType(ContentType.JSON)
                .body(invitation)
                .post("/api/v1/shops/{shop}/staff", shop)
                .path("id");
        as("staff2").get("/api/v1/shops/{shop}", shop).then().statusCode(200);

        Keycloak.makeAnew("staff2", "staff");
        as("staff2").get("/api/v1/shops/{shop}", shop).then().statusCode(404);

        as("admin").delete("/api/v1/staff/{id}", first).then().statusCode(204);
        as("staff2").get("/api/v1/shops/{shop}", shop).then().statusCode(404);
        as("admin").contentType(ContentType.JSON).body(invitation).post("/api/v1/shops/{shop}/staff", shop);
        as("staff2").get("/api/v1/shops/{shop}", shop).then().statusCode(200);
    }

    private static RequestSpecification as(String user) {
        return given().auth().oauth2(Keycloak.tokenOf(user));
    }

    @Test
    void theConsoleSendsToKeycloaksLogin() {
        given().redirects()
                .follow(false)
                .get("/")
                .then()
                .statusCode(302)
                .header("Location", containsString(Keycloak.address() + "/realms/siyu"));
    }

    @Test
    @NeedsChromium
    void aPersonLogsInThroughKeycloakInABrowser() {
        Keycloak.allowRedirectsTo(Browser.address());
        try (Browser browser = new Browser()) {
            Page page = browser.desktop();
            page.navigate(Browser.address());
            page.locator("#username").fill("marketer");
            page.locator("#password").fill(Keycloak.passwordOf("marketer"));
            page.locator("#kc-login").click();
            page.waitForURL(url -> url.startsWith(Browser.address()) && !url.contains("/login"));
            Object me = page.evaluate(
                    "() => fetch('/api/v1/me', {headers: {'X-Requested-With': 'siyu'}}).then(r => r.text())");
            assertThat(me).asString().contains("\"username\":\"marketer\"");
        }
    }

    @Test
    void healthAndMetricsAnswerOnAPortOfTheirOwn() {
        given().get(Settings.managementAddress() + "/health/live").then().statusCode(200);
        given().get(Settings.managementAddress() + "/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"));
        given().get(Settings.managementAddress() + "/metrics").then().statusCode(200);
        for (String path : List.of("/q/health/live", "/q/health", "/q/metrics", "/q/openapi")) {
            given().get(path).then().statusCode(404).contentType("application/problem+json");
        }
    }

    @Test
    void nothingOfTheEmbeddedProfileIsPackaged() throws IOException {
        String admin = Keycloak.tokenOf("admin");
        given().auth().oauth2(admin).get("/api/v1/dev/clock").then().statusCode(404);
        given().contentType(ContentType.JSON)
                .body(Map.of("user", "admin"))
                .post("/api/v1/dev/token")
                .then()
                .statusCode(404);
        try (Stream<Path> files = Files.walk(APPLICATION)) {
            assertThat(files.map(f -> f.getFileName().toString().toLowerCase()))
                    .noneMatch(name -> name.contains("mariadb"));
        }
    }

    @Test
    void theCommittedContractIsTheOneServed() throws IOException {
        String served = given().accept("application/yaml")
                .get(Settings.managementAddress() + "/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        ObjectMapper yaml = new YAMLMapper();
        // As trees: the generator does not always write a schema's keywords in the same order.
        assertThat(yaml.readTree(served))
                .as("copy target/openapi/siyu.yaml to openapi/ and commit it with the change")
                .isEqualTo(yaml.readTree(Path.of("openapi/siyu.yaml").toFile()));
    }
}

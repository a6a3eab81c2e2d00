package io.siyu.platform.metric;

import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.As;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class RequestTagsResourceTest {
    @Test
    void requestsAreCountedByTheirTemplatesAlone() {
        TestShop shop = TestShop.create();
        As.admin().get("/shops/{shop}/staff", shop.id()).then().statusCode(200);
        As.nobody().get("/shops/{shop}/staff", shop.id()).then().statusCode(401);
        As.admin().get("/shops/{shop}/orders", "98765432109876").then().statusCode(404);
        As.nobody().body("{}").post("/hooks/shopify/{shop}", "98765432109876");
        As.nobody().get("/no-such-thing-98765").then().statusCode(404);
        As.nobody().basePath("").get("/neither-is-this-98765").then().statusCode(404);
        As.nobody().request("BREW98765", "/shops");
        As.nobody().basePath("").request("BREW98765", "/coffee98765");

        List<String> requests = As.nobody()
                .basePath("")
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds"))
                .toList();

        assertThat(String.join("\n", requests)).doesNotContain("98765").doesNotContain(shop.id());
        assertThat(requests)
                .anyMatch(line -> line.contains("_count{") && line.contains("\"/shops/{shop}/staff\"") && has200(line))
                .anyMatch(line -> line.contains("\"/shops/{shop}/staff\"") && line.contains("status=\"401\""))
                .anyMatch(line -> line.contains("\"/hooks/{source}/{shop}\""))
                .anyMatch(line -> line.contains("uri=\"OTHER\"") && line.contains("status=\"404\""))
                .anyMatch(line -> line.contains("method=\"OTHER\""))
                .anyMatch(line -> line.contains("_bucket{") && line.contains("le=\"2.0\""));
    }

    private static boolean has200(String line) {
        return line.contains("status=\"200\"");
    }
}

package io.siyu.contract;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.siyu.contract.Contract.Operation;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** No operation takes a parameter of the query that it does not know, or one that it knows twice. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class QueryWalkResourceTest {
    private static final String PREFIX = "/api/v1";

    /** Its address belongs to the platform that sends the webhook, and the other gives out tokens. */
    private static final List<String> OPEN = List.of("/api/v1/hooks/{source}/{shop}", "/api/v1/dev/token");

    @Test
    void whatIsNotAskedForIsRefusedAndNamed() {
        TestShop shop = TestShop.create();
        shop.hire("allroles", List.of("admin", "marketer", "staff", "integration"));
        List<String> taken = new ArrayList<>();
        for (Operation operation : Contract.served().operations()) {
            if (OPEN.contains(operation.path()) || !operation.method().equals("get")) {
                continue;
            }
            if (!isRefused(ask(operation, shop, "nonsense=1"), "nonsense", "UnknownParameter")) {
                taken.add(operation + " takes nonsense");
            }
            for (String known : operation.queryParameters()) {
                if (!isRefused(ask(operation, shop, known + "=&" + known + "="), known, "Repeated")) {
                    taken.add(operation + " takes " + known + " twice");
                }
            }
        }
        assertThat(taken).isEmpty();
    }

    private static Response ask(Operation operation, TestShop shop, String query) {
        Map<String, String> path = new HashMap<>(operation.pathSamples());
        path.computeIfPresent("shop", (name, sample) -> shop.id());
        String asked = operation.path().substring(PREFIX.length());
        return As.user("allroles")
                .get(asked + "?" + query, path)
                .then()
                .extract()
                .response();
    }

    private static boolean isRefused(Response answer, String field, String code) {
        return answer.statusCode() == 400
                && answer.contentType().startsWith("application/problem+json")
                && List.of(field).equals(answer.path("violations.field"))
                && List.of(code).equals(answer.path("violations.code"));
    }
}

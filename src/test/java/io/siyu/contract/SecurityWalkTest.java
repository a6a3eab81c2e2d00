package io.siyu.contract;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.siyu.contract.Contract.Operation;
import io.siyu.platform.security.Role;
import io.siyu.support.As;
import io.siyu.support.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** Walks through every operation of the contract: nobody, the wrong role and the wrong shop get nowhere. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class SecurityWalkTest {
    private static final String PREFIX = "/api/v1";
    private static final String SOME_ID = "720438205126345231";

    /** How one gets a token, so it takes none; only in the embedded profile. */
    private static final String TOKENS = "/api/v1/dev/token";

    /** Takes no token, because the body's signature is the proof. */
    private static final String HOOKS = "/api/v1/hooks/{source}/{shop}";

    private static final Set<String> OPEN = Set.of(TOKENS, HOOKS);

    private static final Map<String, String> USER_OF_ROLE = Map.of(
            Role.ADMIN, "admin",
            Role.MARKETER, "marketer",
            Role.STAFF, "staff1",
            Role.INTEGRATION, "integration");

    /** Where a sample made from the schema alone would be refused for its content before the shop is looked at. */
    private static final Map<String, Object> BODIES = Map.of();

    @Inject
    AgroalDataSource database;

    private Contract contract;

    /** The server's port is known only now. */
    @BeforeEach
    void read() {
        contract = Contract.served();
    }

    @Test
    void everyOperationNamesItsRoles() {
        assertThat(operations()).isNotEmpty().allSatisfy(operation -> assertThat(operation.roles())
                .as(operation.toString())
                .isNotEmpty()
                .isSubsetOf(Role.ALL));
    }

    @Test
    void nothingElseIsOpen() {
        assertThat(contract.operations())
                .filteredOn(operation ->
                        operation.path().startsWith(PREFIX) && operation.roles().isEmpty())
                .extracting(Operation::toString)
                .containsExactlyInAnyOrder("POST " + TOKENS, "POST " + HOOKS);
    }

    /** With or without a token, for a shop that is there or is not: only a signature counts. */
    @Test
    void anUnsignedHookAnswers401() {
        String foreign = ForeignShop.create().id();
        for (String shop : List.of(foreign, SOME_ID)) {
            for (String source : List.of("shopify", "woocommerce")) {
                for (RequestSpecification as : List.of(As.nobody(), As.admin())) {
                    as.contentType(ContentType.JSON)
                            .body("{}")
                            .post("/hooks/{source}/{shop}", source, shop)
                            .then()
                            .statusCode(401)
                            .contentType("application/problem+json");
                }
            }
        }
    }

    @Test
    void withoutATokenEveryOperationAnswers401() {
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations()) {
            Response response = call(operation, As.nobody(), Map.of());
            expect(401, response, operation, "nobody", wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theWrongRoleIsAnswered403() {
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations()) {
            for (String role : Role.ALL) {
                if (!operation.roles().contains(role)) {
                    Response response = call(operation, As.user(USER_OF_ROLE.get(role)), Map.of());
                    expect(403, response, operation, role, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatBelongsToAnotherShopIsNotThere() throws SQLException {
        ForeignShop foreign = ForeignShop.create();
        dismissEverybody(foreign.id());
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations()) {
            if (operation.pathParameters().isEmpty() || operation.path().startsWith("/api/v1/dev/")) {
                continue;
            }
            for (String role : operation.roles()) {
                Response response = call(operation, As.user(USER_OF_ROLE.get(role)), foreign.idsFor(operation.path()));
                expect(404, response, operation, role, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private List<Operation> operations() {
        return contract.operations().stream()
                .filter(operation -> operation.path().startsWith(PREFIX))
                .filter(operation -> !OPEN.contains(operation.path()))
                .toList();
    }

    private Response call(Operation operation, RequestSpecification as, Map<String, String> ids) {
        String path = operation.path().substring(PREFIX.length());
        for (String parameter : operation.pathParameters()) {
            path = path.replace("{" + parameter + "}", ids.getOrDefault(parameter, SOME_ID));
        }
        RequestSpecification request = as.header("If-Match", "*");
        if (operation.body() == null) {
            return request.request(operation.method(), path);
        }
        if (operation.body().startsWith("multipart")) {
            return request.multiPart("file", "orders.csv", "order_no\n".getBytes())
                    .request(operation.method(), path);
        }
        Object body = BODIES.getOrDefault(operation.toString(), contract.sample(operation.schema()));
        return request.contentType(ContentType.JSON).body(body).request(operation.method(), path);
    }

    private static void expect(int status, Response response, Operation operation, String who, List<String> wrong) {
        if (response.statusCode() != status) {
            wrong.add("%s as %s: %d instead of %d %s"
                    .formatted(operation, who, response.statusCode(), status, response.asString()));
        } else if (!String.valueOf(response.contentType()).startsWith("application/problem+json")) {
            wrong.add("%s as %s: %s is no problem+json".formatted(operation, who, response.contentType()));
        }
    }

    /** Also who created the shop: so that even an admin is a stranger there. */
    private void dismissEverybody(String shop) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("DELETE FROM membership WHERE shop_id = ?")) {
            delete.setLong(1, Long.parseLong(shop));
            delete.executeUpdate();
        }
    }
}

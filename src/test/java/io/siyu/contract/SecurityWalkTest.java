package io.siyu.contract;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.siyu.contract.Contract.Operation;
import io.siyu.platform.security.Role;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks through every operation of the contract: nobody, the wrong role, the wrong shop and the right role in another
 * shop get nowhere.
 */
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

    /** Are of no shop, or of all shops of the caller at once: which these leave out stands in RolesByShopResourceTest. */
    private static final Set<String> OF_NO_SHOP = Set.of(
            "GET /api/v1/me",
            "GET /api/v1/shops",
            "POST /api/v1/shops",
            "GET /api/v1/marketing-nodes",
            "GET /api/v1/tasks/events",
            "GET /api/v1/dev/clock",
            "PUT /api/v1/dev/clock",
            "DELETE /api/v1/dev/clock");

    /** Changes come after reads, and what takes things away last. */
    private static final List<String> ORDER = List.of("get", "post", "put", "patch", "delete");

    private static final Map<String, String> USER_OF_ROLE = Map.of(
            Role.ADMIN, "admin",
            Role.MARKETER, "marketer",
            Role.STAFF, "staff1",
            Role.INTEGRATION, "integration");

    /** Whose login carries the roles of several shops together. */
    private static final String SEVERAL_ROLES = "allroles";

    private static final String SHOP = "shop";
    private static final String ROLE_IS_MISSING = "Your role in this shop does not allow this.";

    @Inject
    AgroalDataSource database;

    @Inject
    ShopContent content;

    @Inject
    Sql sql;

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
        String foreign = FullShop.create().id();
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
        FullShop foreign = FullShop.create();
        dismissEverybody(foreign.id());
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations()) {
            if (operation.pathParameters().isEmpty() || operation.path().startsWith("/api/v1/dev/")) {
                continue;
            }
            for (String role : operation.roles()) {
                Response response = call(operation, As.user(USER_OF_ROLE.get(role)), foreign.idsFor(operation));
                expect(404, response, operation, role, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aRoleOfAnotherShopIsNoneInThisOne() {
        FullShop here = FullShop.create();
        FullShop there = FullShop.create();
        hire(here, List.of(Role.STAFF));
        hire(there, List.copyOf(Role.ALL));
        List<String> wrong = new ArrayList<>();
        for (String role : Role.ALL) {
            become(here, role);
            Map<String, List<String>> before = content.of(here.id());
            for (Operation operation : operationsOfAShop()) {
                if (!operation.roles().contains(role)) {
                    Response response = call(operation, As.user(SEVERAL_ROLES), here.idsFor(operation));
                    expect(403, response, operation, role + " here, all there", wrong);
                    if (!response.asString().contains(ROLE_IS_MISSING)) {
                        wrong.add(operation + " as " + role + ": not for the role, but " + response.asString());
                    }
                }
            }
            assertThat(wrong).isEmpty();
            assertThat(content.of(here.id()))
                    .as("what " + role + " left behind")
                    .isEqualTo(before);
        }
    }

    /** So that the walk above fails for the role and for nothing else. */
    @Test
    void theRoleInTheThingsShopIsEnough() {
        FullShop shop = FullShop.create();
        hire(shop, List.copyOf(Role.ALL));
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operationsOfAShop()) {
            Response response = call(operation, As.user(SEVERAL_ROLES), shop.idsFor(operation));
            int status = response.statusCode();
            boolean isFound = !operation.method().equals("get") || status < 300;
            if (!isFound
                    || status == 401
                    || status >= 500
                    || response.asString().contains(ROLE_IS_MISSING)) {
                wrong.add("%s: %d %s".formatted(operation, status, response.asString()));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyOperationIsOfAShopOrKnownToBeOfNone() {
        assertThat(operations())
                .filteredOn(operation -> !isOfAShop(operation))
                .extracting(Operation::toString)
                .containsExactlyInAnyOrderElementsOf(OF_NO_SHOP);
    }

    private List<Operation> operationsOfAShop() {
        return operations().stream()
                .filter(this::isOfAShop)
                .sorted(Comparator.comparing(operation -> ORDER.indexOf(operation.method())))
                .toList();
    }

    /** The shop is known from the path, or can be named. */
    private boolean isOfAShop(Operation operation) {
        return !operation.pathParameters().isEmpty()
                || operation.queryParameters().contains(SHOP)
                || contract.hasProperty(operation.schema(), SHOP);
    }

    private static void hire(FullShop shop, List<String> roles) {
        As.admin()
                .contentType(ContentType.JSON)
                .body(Map.of("username", SEVERAL_ROLES, "roles", roles))
                .post("/shops/{shop}/staff", shop.id())
                .then()
                .statusCode(201);
        // The first login takes the invitation, which changes the shop.
        As.user(SEVERAL_ROLES).get("/me").then().statusCode(200);
    }

    private void become(FullShop shop, String role) {
        int changed = QuarkusTransaction.requiringNew()
                .call(() -> sql.update(
                        "UPDATE staff SET roles = ? WHERE shop_id = ? AND username = ?",
                        role,
                        Long.parseLong(shop.id()),
                        SEVERAL_ROLES));
        assertThat(changed).isEqualTo(1);
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
            path = path.replace(
                    "{" + parameter + "}",
                    ids.getOrDefault(parameter, operation.pathSamples().get(parameter)));
        }
        RequestSpecification request = as.header("If-Match", "*");
        operation.queryParameters().stream()
                .filter(ids::containsKey)
                .forEach(parameter -> request.queryParam(parameter, ids.get(parameter)));
        if (operation.body() == null) {
            return request.request(operation.method(), path);
        }
        if (operation.body().startsWith("multipart")) {
            return request.multiPart("file", "orders.csv", "order_no\n".getBytes())
                    .request(operation.method(), path);
        }
        Object body = contract.sample(operation.schema());
        if (ids.containsKey(SHOP) && contract.hasProperty(operation.schema(), SHOP)) {
            body = contract.sampleWith(operation.schema(), SHOP, ids.get(SHOP));
        }
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
                PreparedStatement members = connection.prepareStatement("DELETE FROM membership WHERE shop_id = ?");
                PreparedStatement invited =
                        connection.prepareStatement("DELETE FROM staff_invitation WHERE shop_id = ?")) {
            for (PreparedStatement delete : List.of(members, invited)) {
                delete.setLong(1, Long.parseLong(shop));
                delete.executeUpdate();
            }
        }
    }
}

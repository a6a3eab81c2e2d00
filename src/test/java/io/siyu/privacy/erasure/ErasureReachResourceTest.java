package io.siyu.privacy.erasure;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.siyu.platform.privacy.FieldEncryption;
import io.siyu.platform.privacy.person.PersonWords;
import io.siyu.platform.privacy.search.SearchedPlaces;
import io.siyu.platform.privacy.search.SearchedTable;
import io.siyu.platform.privacy.search.SearchedTable.Remedy;
import io.siyu.platform.privacy.search.SearchedTables;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.Erasures;
import io.siyu.support.Hooks;
import io.siyu.support.Jobs;
import io.siyu.support.OpenTasks;
import io.siyu.support.PostedOrder;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import io.siyu.task.TaskKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

/** Somebody is named wherever something can be written, is erased, and is then named nowhere. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ErasureReachResourceTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String NAME = "欧阳小晓晓";
    private static final String PHONE = "13987651234";
    private static final String EMAIL = "ouyang.xx@qq.com";
    private static final String NICK = "oyxx_7788";
    private static final String ADDRESS = "杭州市西湖区文三路998号7幢";
    private static final String TEXT = "问 " + NAME + "，139-8765-1234，" + EMAIL;
    private static final List<String> WORDS =
            List.of(NAME, PHONE, "１３９８７６５１２３４", EMAIL, EMAIL.toUpperCase(), NICK, ADDRESS);

    @Inject
    Traces traces;

    @Inject
    SearchedPlaces places;

    @Inject
    @All
    List<SearchedTables> tables;

    @Inject
    FieldEncryption encryption;

    @Inject
    OpenTasks tasks;

    @Inject
    Sql sql;

    private TestShop shop;
    private long shopId;

    @BeforeEach
    void openShop() {
        shop = TestShop.create();
        shopId = Long.parseLong(shop.id());
    }

    @Test
    void nothingNamesAnErasedPersonAnyMore() {
        String buyer = imported();
        String key = UUID.randomUUID().toString();
        Response told = report(key, TEXT);
        String other = UUID.randomUUID().toString();
        String kept = report(other, "别人的好主意").path("id");
        beNamedInFollowers();
        beNamedInTexts();
        beNamedInCampaigns();
        beNamedInTasks();
        beNamedByAPlatform();
        planted();
        assertThat(traces.inTables(shopId, WORDS))
                .containsAll(searched())
                .contains("buyer.name_enc", "buyer.phone_enc");
        assertThat(traces.inFiles(WORDS)).isNotEmpty();

        ValidatableResponse erasure = Erasures.run(buyer);

        assertThat(traces.inTables(shopId, WORDS)).isEmpty();
        assertThat(traces.inFiles(WORDS)).isEmpty();
        erasure.body("placesDone", equalTo(places.all().size()))
                .body("found", hasKey("feedback"))
                .body("found", hasKey("idempotency_key"))
                .body("found", hasKey("material files"));
        As.marketer()
                .get("/feedback/{id}", (String) told.path("id"))
                .then()
                .body("text", equalTo("问 " + PersonWords.MARK + "，" + PersonWords.MARK + "，" + PersonWords.MARK));
        assertThat((String) report(other, "别人的好主意").path("id")).isEqualTo(kept);
        // What was done is not done again, though nobody can be told any more how it was answered.
        report(key, TEXT)
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("code", equalTo("ANSWER_ERASED"));
        As.marketer().get("/shops/{shop}/feedback", shop.id()).then().body("items.size()", equalTo(2));
    }

    @Test
    void whoWasNotErasedIsNotLookedFor() {
        PostedOrder.post(shop, PostedOrder.of("A1", "somebody", "13700000001", null));
        String buyer = PostedOrder.buyerOf(shop, "A1");
        As.admin().get("/buyers/{id}/erasure", buyer).then().statusCode(200).body("status", equalTo("NONE"));
        As.marketer().get("/buyers/{id}/erasure", buyer).then().statusCode(403);
        As.admin().get("/buyers/1/erasure").then().statusCode(404);
    }

    /** @return the buyer */
    private String imported() {
        String rows = String.join(
                "\n",
                "order_no,buyer_id,ordered_at,paid_amount,status,phone,email,name,address",
                "A1,%s,2026-01-05T10:00:00,10.00,COMPLETED,%s,%s,%s,%s".formatted(NICK, PHONE, EMAIL, NAME, ADDRESS),
                "A2,other,2026-01-05T10:00:00,10.00,COMPLETED,13711112222,,,",
                "A3,third,2026-01-05T10:00:00,10.00,COMPLETED,13711113333,,,",
                "A4,third,2026-01-05T10:00:00,%s,COMPLETED,13711113333,,,".formatted(NAME),
                "");
        RequestSpecification upload = As.marketer()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .multiPart("file", NICK + " " + PHONE + ".csv", rows.getBytes(StandardCharsets.UTF_8));
        Jobs.run(upload, shop.id(), "order-imports");
        String buyer = PostedOrder.buyerOf(shop, "A1");
        As.marketer().post("/buyers/{id}/contact-reveals", buyer).then().statusCode(200);
        return buyer;
    }

    private Response report(String key, String text) {
        return json(As.staff1())
                .header("Idempotency-Key", key)
                .body(Map.of("kind", "IDEA", "text", text))
                .post("/shops/{shop}/feedback", shop.id());
    }

    private void beNamedInFollowers() {
        for (String order : List.of("A2", "A3")) {
            As.change(
                    As.marketer(),
                    "/followers/{id}",
                    Map.of("accountId", shop.account1(), "remark", TEXT, "tags", List.of(NAME)),
                    PostedOrder.buyerOf(shop, order));
        }
        String kept = PostedOrder.buyerOf(shop, "A2");
        post("buyer-merges", Map.of("keptId", kept, "goneId", PostedOrder.buyerOf(shop, "A3"), "reason", TEXT), 201);
        json(As.marketer())
                .body(Map.of("reason", TEXT))
                .put("/buyers/{id}/opt-out", kept)
                .then()
                .statusCode(200);
    }

    private void beNamedInTexts() {
        Map<String, Object> content = Map.of("title", NAME, "copy", TEXT, "firstComment", TEXT, "staffNotes", TEXT);
        post("scripts", content, 201);
        As.marketer()
                .multiPart("file", "note.txt", ("第一行\n" + TEXT + "\n").getBytes(StandardCharsets.UTF_8), "text/plain")
                .multiPart("title", NICK)
                .post("/shops/{shop}/materials", shop.id())
                .then()
                .statusCode(201);
        post("segments", Map.of("name", NAME, "filter", "tag = \"" + NAME + "\""), 201);
        json(As.admin())
                .body(Map.of("name", NICK, "kind", "WECOM", "ownerStaffId", shop.staff1Id(), "persona", TEXT))
                .post("/shops/{shop}/accounts", shop.id())
                .then()
                .statusCode(201);
        As.make(
                As.marketer(),
                "/accounts/{account}/groups",
                Map.of("name", NICK, "ownerStaffId", shop.staff1Id()),
                shop.account1());
        json(As.marketer())
                .header("If-Match", "*")
                .body(Map.of("banned", List.of(NAME), "allowed", List.of()))
                .put("/shops/{shop}/word-lists", shop.id())
                .then()
                .statusCode(200);
    }

    private void beNamedInCampaigns() {
        String script = post("scripts", Map.of("title", "早", "copy", "早", "kind", "MOMENT", "line", "PERSONA"), 201);
        post(
                "daily-plans",
                Map.of("name", NAME, "hours", List.of(Map.of("at", "09:00")), "scripts", List.of(script)),
                201);
        String greeting = post("scripts", Map.of("title", "问候", "copy", "您好", "kind", "PRIVATE"), 201);
        post(
                "follower-sequences",
                Map.of(
                        "name",
                        NAME,
                        "basis",
                        "JOINED",
                        "steps",
                        List.of(Map.of("day", 1, "at", "10:00", "scriptId", greeting))),
                201);
        post(
                "playbooks",
                Map.of(
                        "key",
                        "spring",
                        "name",
                        NAME,
                        "days",
                        1,
                        "posts",
                        List.of(Map.of("key", "one", "day", 1, "at", "09:00", "kind", "MOMENT"))),
                201);
        sql.update(
                "INSERT INTO campaign_change (shop_id, id, version, campaign_id, content_revision, status, reason,"
                        + " overridden, posts, proposed_by, proposed_at) VALUES (?, 1, 0, 1, 1, 'PROPOSED', ?, FALSE,"
                        + " '[]', 'marketer', NOW())",
                shopId,
                TEXT);
        post(
                "campaigns",
                Map.of(
                        "name",
                        NAME,
                        "startDay",
                        "2030-03-01",
                        "offer",
                        NICK,
                        "audience",
                        Map.of("tags", List.of(NAME))),
                201);
        String campaign = new TestCampaign(shop).filled();
        String path = "/campaigns/" + campaign + "/";
        TestCampaign.move(As.marketer(), campaign, "REVIEW").statusCode(200);
        json(As.staff1())
                .body(Map.of("text", TEXT))
                .post(path + "objections")
                .then()
                .statusCode(201);
        for (RequestSpecification as : List.of(As.marketer(), As.staff1())) {
            json(as).body(Map.of("decision", "APPROVE", "note", TEXT))
                    .post(path + "reviews")
                    .then()
                    .statusCode(201);
        }
        String objection = As.marketer().get(path + "objections").path("items[0].id");
        json(As.marketer())
                .body(Map.of("text", TEXT))
                .put(path + "objections/{id}/resolution", objection)
                .then()
                .statusCode(200);
        TestCampaign.move(As.marketer(), campaign, "PREPARING").statusCode(200);
        json(As.marketer())
                .body(Map.of("item", "COPY", "state", "DONE", "note", TEXT))
                .post(path + "preparations")
                .then()
                .statusCode(200);
        json(As.marketer())
                .body(Map.of("agenda", TestCampaign.agenda(TEXT)))
                .post(path + "briefings")
                .then()
                .statusCode(201);
        json(As.marketer())
                .body(Map.of("item", "GIFTS", "state", "NOT_NEEDED", "reason", TEXT))
                .post(path + "preparations")
                .then()
                .statusCode(200);
        String question = As.make(As.staff1(), path + "briefings/1/questions", Map.of("text", TEXT));
        json(As.marketer())
                .body(Map.of("text", TEXT))
                .put(path + "briefings/1/questions/{id}/answer", question)
                .then()
                .statusCode(200);
        As.make(As.staff1(), path + "comments", Map.of("text", TEXT));
        json(As.marketer())
                .body(Map.of("to", "CANCELLED", "reason", TEXT))
                .post(path + "transitions")
                .then()
                .statusCode(200);
    }

    private void beNamedInTasks() {
        String skipped = task();
        OpenTasks.claim(As.staff1(), skipped);
        json(As.staff1())
                .body(Map.of("reason", TEXT))
                .put("/tasks/{id}/skip", skipped)
                .then()
                .statusCode(200);
        String done = task();
        OpenTasks.claim(As.staff1(), done);
        OpenTasks.complete(As.staff1(), done, Map.of("result", Map.of("note", TEXT)));
        json(As.marketer())
                .body(Map.of("staffId", shop.staff2Id(), "reason", TEXT))
                .put("/tasks/{id}/handover", task())
                .then()
                .statusCode(200);
    }

    private String task() {
        return tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
    }

    private void beNamedByAPlatform() {
        String order = """
                {"id": 7788, "name": "#7788", "phone": "+86 139 8765 1234", "email": "%s", "customer": {"id": 1,
                 "first_name": "小晓晓", "last_name": "欧阳"}}""".formatted(EMAIL);
        Hooks.shopify(shop.id(), Hooks.SECRET)
                .send("customers/update", order.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(200);
        Waiting.until("the hook is worked", PATIENCE, () -> !"RECEIVED"
                .equals(As.admin()
                        .get("/shops/{shop}/hook-deliveries", shop.id())
                        .path("items[0].status")));
    }

    /** Where nothing that a test can do over REST leaves such a text, it is put by hand. */
    private void planted() {
        QuarkusTransaction.requiringNew().run(() -> {
            long import_ = sql.first("SELECT id FROM order_import WHERE shop_id = ?", row -> row.longAt("id"), shopId)
                    .orElseThrow();
            sql.update(
                    "INSERT INTO order_import_warning (shop_id, import_id, row_no, col, value, reason)"
                            + " VALUES (?, ?, 1, 'c', 'v', 'r')",
                    shopId,
                    import_);
            sql.update(
                    "INSERT INTO task_recipient (shop_id, task_id, follower_id, buyer_id, tier, state)"
                            + " VALUES (?, 1, 1, 1, 'NEW', 'PENDING')",
                    shopId);
        });
        Set<String> there = traces.inTables(shopId, WORDS);
        tables.stream().flatMap(some -> some.tables().stream()).forEach(table -> table.columns()
                .forEach((column, remedy) -> {
                    if (!there.contains(table.name() + "." + column)) {
                        plant(table, column, remedy);
                    }
                }));
        sql.update(
                "UPDATE buyer_merge SET name_enc = ?, phone_enc = ?, email_enc = ?, address_enc = ? WHERE shop_id = ?",
                encryption.encrypt(shopId, "buyer.name", NAME),
                encryption.encrypt(shopId, "buyer.phone", "+86" + PHONE),
                encryption.encrypt(shopId, "buyer.email", EMAIL),
                encryption.encrypt(shopId, "buyer.address", ADDRESS),
                shopId);
        // What is planted there is no rhythm, and nobody is to go by it.
        sql.update("UPDATE daily_plan SET due_at = NULL WHERE shop_id = ?", shopId);
        for (String column : List.of("order_line.title", "order_line.sku", "hook_delivery.reason")) {
            plantIn(column);
        }
    }

    private void plant(SearchedTable table, String column, Remedy remedy) {
        String text = remedy == Remedy.MARKED_IN_JSON ? "[\"" + NICK + "\"]" : NICK;
        int planted = QuarkusTransaction.requiringNew()
                .call(() -> sql.update(
                        "UPDATE " + table.name() + " SET " + column + " = ? WHERE shop_id = ? LIMIT 1", text, shopId));
        assertThat(planted).as("%s has a row for %s", table.name(), column).isEqualTo(1);
    }

    private void plantIn(String column) {
        String[] place = column.split("\\.");
        int planted = QuarkusTransaction.requiringNew()
                .call(() -> place[0].equals("order_line")
                        ? ofHisOrder(place[1])
                        : sql.update(
                                "UPDATE " + place[0] + " SET " + place[1] + " = ? WHERE shop_id = ?", NICK, shopId));
        assertThat(planted).as(column).isPositive();
    }

    private int ofHisOrder(String column) {
        long order = sql.first(
                        "SELECT id FROM shop_order WHERE shop_id = ? AND order_no = 'A1'",
                        row -> row.longAt("id"),
                        shopId)
                .orElseThrow();
        sql.update(
                "INSERT IGNORE INTO order_line (shop_id, order_id, line_no, title, quantity, unit_price)"
                        + " VALUES (?, ?, 1, '印章', 1, 1)",
                shopId,
                order);
        return sql.update(
                "UPDATE order_line SET " + column + " = ? WHERE shop_id = ? AND order_id = ?",
                "刻 " + NAME,
                shopId,
                order);
    }

    private Set<String> searched() {
        return places.all().stream()
                .flatMap(place -> place.columns().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return its id */
    private String post(String collection, Map<String, Object> body, int status) {
        return json(As.marketer())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/shops/{shop}/" + collection, shop.id())
                .then()
                .statusCode(status)
                .extract()
                .path("id");
    }
}

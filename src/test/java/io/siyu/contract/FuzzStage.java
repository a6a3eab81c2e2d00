package io.siyu.contract;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.siyu.order.upload.ImportedFile;
import io.siyu.support.As;
import io.siyu.support.Distributions;
import io.siyu.support.Hooks;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

/** A shop of the fuzzer's own with real things in it, so that a call would succeed if nothing were wrong with it. */
final class FuzzStage {
    private static final int BUYERS = 400;
    private static final int ENOUGH_TASKS = 300;
    private static final int FIRST_CAMPAIGN_DAYS_AHEAD = 30;
    private static final int CAMPAIGN_DAYS = 3;
    private static final Pattern NAME = Pattern.compile("\\$([a-zA-Z]+)");

    /** Some can be done once only: these get something new each time. */
    private final Map<String, Supplier<String>> values = Map.ofEntries(
            entry("openTask", this::openTask),
            entry("claimedTask", this::claimedTask),
            entry("skippedTask", this::skippedTask),
            entry("doneTask", this::doneTask),
            entry("account", () -> shop().account1()),
            entry("staff", () -> shop().staff2Id()),
            entry("newStaff", this::newStaff),
            entry("leftStaff", this::leftStaff),
            entry("newAccount", this::newAccount),
            entry("handedAccount", this::handedAccount),
            entry("newPost", this::newPost),
            entry(
                    "ownScript",
                    () -> made(
                            "scripts",
                            "{\"title\":\"$new\",\"copy\":\"早上好\",\"kind\":\"MOMENT\",\"line\":\"PERSONA\",\"media\":[]}")),
            entry(
                    "privateScript",
                    () -> made("scripts", "{\"title\":\"$new\",\"copy\":\"您好\",\"kind\":\"PRIVATE\",\"media\":[]}")),
            entry("newSegment", () -> made("segments", "{\"name\":\"$new\",\"filter\":\"spend > 1\"}")),
            entry("newFeedback", () -> made("feedback", "{\"kind\":\"IDEA\",\"text\":\"好主意\"}")),
            entry("actedFeedback", this::actedFeedback),
            entry("newBuyer", this::newBuyer),
            entry("shop", () -> shop().id()),
            entry("orphanOrder", this::orphanOrder),
            entry("boundOrder", this::boundOrder),
            entry("triagedFeedback", this::triagedFeedback),
            entry("newDraft", this::newDraft),
            entry("freeDay", this::freeDay),
            entry("reviewed", () -> this.reviewed),
            entry("inReview", this::inReview),
            entry("preparing", () -> this.preparing),
            entry("objection", () -> post("/campaigns/" + this.reviewed + "/objections", "{\"text\":\"价格不对\"}")),
            entry(
                    "question",
                    () -> post("/campaigns/" + this.preparing + "/briefings/1/questions", "{\"text\":\"老客也发吗\"}")),
            entry("hookSource", this::newHook),
            entry("script", () -> full().idOfCollection().get("scripts")),
            entry("follower", () -> full().idOfCollection().get("followers")),
            entry("new", () -> "fuzz-" + UUID.randomUUID()),
            // At three in the morning of UTC nobody's shop is quiet.
            entry("later", () -> OffsetDateTime.now(ZoneOffset.UTC)
                    .plusDays(1)
                    .withHour(3)
                    .withNano(0)
                    .toString()),
            entry("soon", () -> LocalDate.now(ZoneOffset.UTC).plusDays(40).toString()));

    private final FuzzContract contract;
    private final TestShop shop = TestShop.create();
    private final FullShop full = FullShop.of(shop);
    private final AtomicInteger orders = new AtomicInteger();
    private final AtomicInteger campaigns = new AtomicInteger();
    private final AtomicInteger posts = new AtomicInteger();
    private String reviewed;
    private String preparing;

    FuzzStage(FuzzContract contract) {
        this.contract = contract;
        importBuyers();
        reviewed = inReview();
        preparing = inReview();
        TestCampaign.approve(As.marketer(), preparing);
        TestCampaign.approve(As.staff1(), preparing);
        TestCampaign.move(As.marketer(), preparing, "PREPARING").statusCode(200);
        TestCampaign.brief(preparing);
    }

    TestShop shop() {
        return shop;
    }

    FullShop full() {
        return full;
    }

    FuzzCall good(FuzzOperation operation) {
        Map<String, String> path = new java.util.LinkedHashMap<>();
        Map<String, String> ids = operation.path().contains("/hooks/{source}/{shop}")
                ? Map.of("shop", shop.id())
                : full.idsFor(operation.path());
        operation
                .parameters("path")
                .forEach(parameter -> path.put(
                        parameter.name(),
                        ids.getOrDefault(parameter.name(), String.valueOf(contract.sample(parameter.schema())))));
        FuzzGoodCalls.path(operation.key()).forEach((name, value) -> path.put(name, filled(value)));
        FuzzCall call = FuzzCall.of(operation, FuzzGoodCalls.user(operation), path);
        for (Map.Entry<String, String> query :
                FuzzGoodCalls.query(operation.key()).entrySet()) {
            call = call.asking(query.getKey(), filled(query.getValue()));
        }
        if (operation.parameters("header").stream()
                .anyMatch(parameter -> parameter.name().equalsIgnoreCase("If-Match"))) {
            call = call.with("If-Match", "*");
        }
        return withBody(operation, call);
    }

    private FuzzCall withBody(FuzzOperation operation, FuzzCall call) {
        if (operation.key().startsWith("POST /hooks/")) {
            byte[] body = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);
            return call.json("{\"id\":1}")
                    .with("X-Shopify-Topic", "orders/create")
                    .with("X-Shopify-Webhook-Id", UUID.randomUUID().toString())
                    .with("X-Shopify-Hmac-SHA256", Hooks.sign(Hooks.SECRET, body));
        }
        if (operation.takesForm()) {
            return operation.path().endsWith("/materials")
                    ? FuzzForms.good(call, "note.txt", "一段文字 " + UUID.randomUUID())
                    : FuzzForms.good(call, "orders.csv", csv("G" + UUID.randomUUID() + "-", 1));
        }
        if (!operation.takesJson()) {
            return call;
        }
        String body = FuzzGoodCalls.body(operation.key());
        return call.json(body == null ? json(contract.sample(operation.schema())) : filled(body));
    }

    private String filled(String text) {
        Matcher matcher = NAME.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(
                    filled,
                    Matcher.quoteReplacement(values.get(matcher.group(1)).get()));
        }
        return matcher.appendTail(filled).toString();
    }

    private void importBuyers() {
        ImportedFile.of(shop, csv("FUZZ-", BUYERS));
        for (String account : List.of(shop.account1(), shop.account2())) {
            As.change(As.admin(), "/accounts/{id}", Map.of("dailyAddLimit", 10_000, "capacity", 100_000), account);
        }
        Distributions.run(shop.id(), Map.of("limit", ENOUGH_TASKS));
    }

    private static String csv(String prefix, int buyers) {
        StringBuilder csv = new StringBuilder("order_no,buyer_id,ordered_at,paid_amount,refund_amount,status,phone\n");
        for (int buyer = 0; buyer < buyers; buyer++) {
            csv.append("%s%d,%sbuyer %d,2026-01-05T10:00:00,10.00,0.00,COMPLETED,1390000%04d%n"
                    .formatted(prefix, buyer, prefix, buyer, buyer));
        }
        return csv.toString();
    }

    /** Somebody else's becomes his, if what was said to the service before has made all of them somebody else's. */
    private String openTask() {
        String own = firstOpen(As.staff1(), "&mine=true");
        if (own != null) {
            return own;
        }
        String task = firstOpen(As.marketer(), "");
        As.json(As.marketer())
                .body(Map.of("staffId", shop.staff1Id(), "reason", "试试"))
                .put("/tasks/" + task + "/handover")
                .then()
                .statusCode(200);
        return task;
    }

    /** Of those that are done by hand. */
    private String firstOpen(RequestSpecification as, String which) {
        return as.get("/tasks?status=OPEN&kind=ADD_FRIEND&limit=1&shop=" + shop.id() + which)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private String claimedTask() {
        String task = openTask();
        As.staff1().put("/tasks/" + task + "/claim").then().statusCode(200);
        return task;
    }

    private String skippedTask() {
        String task = claimedTask();
        As.json(As.staff1())
                .body(Map.of("reason", "试试"))
                .put("/tasks/" + task + "/skip")
                .then()
                .statusCode(200);
        return task;
    }

    private String doneTask() {
        String task = claimedTask();
        As.json(As.staff1())
                .body("{}")
                .put("/tasks/" + task + "/completion")
                .then()
                .statusCode(200);
        return task;
    }

    private String newStaff() {
        return shop.hire("fuzz-" + UUID.randomUUID(), List.of("staff"));
    }

    private String leftStaff() {
        String staff = newStaff();
        As.json(As.admin())
                .body(Map.of("takeoverStaffId", shop.staff2Id()))
                .put("/staff/{id}/departure", staff)
                .then()
                .statusCode(200);
        return staff;
    }

    private String newAccount() {
        return As.make(
                As.admin(),
                "/shops/{shop}/accounts",
                Map.of("name", filled("$new"), "kind", "WECOM", "ownerStaffId", shop.staff2Id()),
                shop.id());
    }

    private String handedAccount() {
        String account = newAccount();
        As.change(As.admin(), "/accounts/{id}", Map.of("ownerStaffId", shop.staff1Id()), account);
        return account;
    }

    private String newPost() {
        return made(
                "posts", "{\"date\":\"$freeDay\",\"kind\":\"MOMENT\",\"at\":\"09:00\",\"scriptId\":\"$ownScript\"}");
    }

    /** Between two campaigns. */
    private String freeDay() {
        return campaignDay(posts.getAndIncrement()).plusDays(CAMPAIGN_DAYS).toString();
    }

    private static LocalDate campaignDay(int campaign) {
        return LocalDate.now(ZoneOffset.UTC)
                .plusDays(FIRST_CAMPAIGN_DAYS_AHEAD)
                .plusDays((CAMPAIGN_DAYS + 1L) * campaign);
    }

    private String triagedFeedback() {
        String feedback = values.get("newFeedback").get();
        put("/feedback/" + feedback + "/triage", "{}");
        return feedback;
    }

    private String actedFeedback() {
        String feedback = triagedFeedback();
        put("/feedback/" + feedback + "/action", "{\"outcome\":\"ANSWERED\",\"note\":\"好\"}");
        return feedback;
    }

    /** A buyer with one order. */
    private String newBuyer() {
        return ofOrder("\"buyerId\":\"buyer " + UUID.randomUUID() + "\",", "buyerId");
    }

    /** One that names nobody. */
    private String orphanOrder() {
        return ofOrder("", "id");
    }

    private String boundOrder() {
        String order = orphanOrder();
        put("/orders/" + order + "/buyer", "{\"buyerId\":\"" + newBuyer() + "\"}");
        return order;
    }

    private String ofOrder(String buyer, String field) {
        String no = "N" + orders.incrementAndGet();
        String order = "{\"orderNo\":\"" + no + "\"," + buyer
                + "\"orderedAt\":\"2026-01-05T10:00:00+08:00\",\"paidAmount\":\"10.00\",\"status\":\"COMPLETED\"}";
        post("/shops/" + shop.id() + "/orders", "{\"orders\":[" + order + "]}");
        return As.admin()
                .get("/shops/{shop}/orders?limit=200", shop.id())
                .path("items.find { it.orderNo == '" + no + "' }." + field);
    }

    /** On days of its own, so that it breaks no rule together with others. */
    private String newDraft() {
        return new TestCampaign(shop)
                .with("name", filled("$new"))
                .startingOn(campaignDay(campaigns.getAndIncrement()))
                .filled();
    }

    private String inReview() {
        String campaign = newDraft();
        TestCampaign.move(As.marketer(), campaign, "REVIEW").statusCode(200);
        return campaign;
    }

    private String newHook() {
        Hooks.wooCommerce(shop.id(), Hooks.SECRET);
        return "woocommerce";
    }

    private String made(String collection, String body) {
        return post("/shops/" + shop.id() + "/" + collection, filled(body));
    }

    private static String post(String path, String body) {
        Response answer = As.marketer().contentType(ContentType.JSON).body(body).post(path);
        assertThat(answer.statusCode())
                .as(() -> path + " " + body + ": " + answer.asString())
                .isLessThan(300);
        return answer.path("id");
    }

    private static void put(String path, String body) {
        As.marketer().contentType(ContentType.JSON).body(body).put(path).then().statusCode(200);
    }

    private static String json(Object body) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One of each kind of id that its things have. */
    List<String> ids() {
        return full.idOfCollection().entrySet().stream()
                .filter(thing -> !thing.getKey().equals("shops"))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }
}

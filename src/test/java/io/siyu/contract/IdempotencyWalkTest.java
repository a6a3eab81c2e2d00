package io.siyu.contract;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.OpenTasks;
import io.siyu.support.PostedOrder;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import io.siyu.task.TaskKind;
import org.junit.jupiter.api.Test;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends each request that makes something ten times at once under one key: all are answered alike, and there is as much in
 * the shop afterwards as in a twin of it to which it was sent once.
 */
@QuarkusTest
@QuarkusTestResource(Database.class)
class IdempotencyWalkTest {
    private static final int AT_ONCE = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String SHOPS = "/shops";
    private static final LocalDate TOMORROW =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);

    @Inject
    ShopContent content;

    @Inject
    Sql sql;

    /** @param body a form's fields if it has a file, else what is sent as JSON; null for none */
    private record Sent(String user, String path, Map<String, Object> body, String file) {
        static Sent json(String user, String path, Map<String, Object> body) {
            return new Sent(user, path, body, null);
        }

        static Sent form(String user, String path, String file) {
            return new Sent(user, path, null, file);
        }

        Response post(String key) {
            RequestSpecification request = As.user(user).header("Idempotency-Key", key);
            if (file != null) {
                request.multiPart("file", "file.csv", file.getBytes(StandardCharsets.UTF_8));
            } else if (body != null) {
                request.contentType(ContentType.JSON).body(body);
            }
            return request.post(path);
        }
    }

    /** What is sent, made up in a shop that was brought to where it can be; by the path's template. */
    private static final Map<String, Function<TestShop, Sent>> REQUESTS = requests();

    private static Map<String, Function<TestShop, Sent>> requests() {
        Map<String, Function<TestShop, Sent>> all = new LinkedHashMap<>();
        ofShop(
                all,
                "accounts",
                "admin",
                shop -> Map.of("name", "小雨", "kind", "WECOM", "ownerStaffId", shop.staff1Id()));
        ofShop(all, "staff", "admin", shop -> Map.of("username", "allroles", "roles", List.of("staff")));
        ofShop(all, "contact-limits", "admin", shop -> Map.of("fromDay", "2030-01-01", "momentsPerDay", 2));
        ofShop(
                all,
                "scripts",
                "marketer",
                shop -> Map.of("title", "早安", "copy", "早上好", "kind", "MOMENT", "line", "PERSONA"));
        ofShop(all, "segments", "marketer", shop -> Map.of("name", "Spenders", "filter", "spend > 1"));
        ofShop(all, "feedback", "staff1", shop -> Map.of("kind", "IDEA", "text", "好主意"));
        ofShop(all, "posts", "marketer", shop -> Map.of("date", TOMORROW.toString(), "kind", "MOMENT", "at", "09:00"));
        ofShop(all, "campaigns", "marketer", shop -> Map.of("name", "Once", "startDay", "2027-03-01"));
        ofShop(
                all,
                "campaign-plans",
                "marketer",
                shop -> Map.of(
                        "from",
                        TOMORROW.plusDays(30).toString(),
                        "to",
                        TOMORROW.plusDays(120).toString(),
                        "accept",
                        true));
        all.put("/shops/{shop}/materials", shop -> Sent.form("marketer", "/shops/" + shop.id() + "/materials", "一段文字"));
        all.put(
                "/shops/{shop}/order-imports",
                shop -> Sent.form(
                        "marketer",
                        "/shops/" + shop.id() + "/order-imports",
                        "order_no,buyer_id,ordered_at,paid_amount,status\nI1,importer,2024-05-01,1,PAID\n"));
        ofShop(
                all,
                "orders",
                "integration",
                shop -> Map.of(
                        "orders",
                        List.of(Map.of(
                                "orderNo",
                                "O1",
                                "buyerId",
                                "poster",
                                "orderedAt",
                                "2026-01-05T10:00:00+08:00",
                                "paidAmount",
                                "10.00",
                                "status",
                                "COMPLETED"))));
        ofShop(all, "buyer-merges", "marketer", IdempotencyWalkTest::twoBuyers);
        ofShop(all, "follower-distributions", "marketer", shop -> Map.of("accounts", List.of(shop.account1())));
        ofShop(
                all,
                "task-bulk-actions",
                "marketer",
                shop -> Map.of("filter", Map.of("kind", "GROUP"), "action", "SKIP", "reason", "停发"));
        all.put("/task-claims", shop -> {
            Waiting.until("there is something to claim", PATIENCE, () -> !As.staff1()
                    .get("/tasks?status=OPEN&shop=" + shop.id())
                    .jsonPath()
                    .getList("items")
                    .isEmpty());
            return Sent.json("staff1", "/task-claims", Map.of("shop", shop.id(), "limit", 1));
        });
        all.put(
                "/shops/{shop}/forecast-fits",
                shop -> Sent.json("marketer", "/shops/" + shop.id() + "/forecast-fits", null));
        all.put(
                "/shops/{shop}/figure-rebuilds",
                shop -> Sent.json("admin", "/shops/" + shop.id() + "/figure-rebuilds", null));
        all.put(
                "/accounts/{account}/groups",
                shop -> Sent.json(
                        "marketer",
                        "/accounts/" + shop.account1() + "/groups",
                        Map.of("name", "老客一群", "ownerStaffId", shop.staff1Id())));
        ofShop(
                all,
                "daily-plans",
                "marketer",
                shop -> Map.of(
                        "name", "日更", "hours", List.of(Map.of("at", "20:00")), "scripts", List.of(script(shop))));
        ofShop(
                all,
                "follower-sequences",
                "marketer",
                shop -> Map.of(
                        "name",
                        "新粉七天",
                        "basis",
                        "JOINED",
                        "steps",
                        List.of(Map.of("day", 1, "at", "10:00", "scriptId", privateScript(shop)))));
        ofShop(
                all,
                "playbooks",
                "marketer",
                shop -> Map.of(
                        "key",
                        "spring",
                        "name",
                        "春季",
                        "days",
                        1,
                        "posts",
                        List.of(Map.of("key", "one", "day", 1, "at", "09:00", "kind", "MOMENT"))));
        all.put("/tasks/{task}/recipients", IdempotencyWalkTest::answered);
        campaigns(all);
        return all;
    }

    private static void campaigns(Map<String, Function<TestShop, Sent>> all) {
        Function<TestShop, String> draft = shop -> new TestCampaign(shop).filled();
        Function<TestShop, String> reviewed = draft.andThen(IdempotencyWalkTest::review);
        Function<TestShop, String> prepared = reviewed.andThen(IdempotencyWalkTest::prepare);
        ofCampaign(all, "transitions", "marketer", draft, Map.of("to", "REVIEW"));
        ofCampaign(all, "posts", "marketer", draft, Map.of("day", 1, "kind", "MOMENT", "at", "07:00"));
        ofCampaign(all, "reviews", "staff1", reviewed, Map.of("decision", "APPROVE"));
        ofCampaign(all, "objections", "staff1", reviewed, Map.of("text", "太急"));
        ofCampaign(all, "preparations", "marketer", prepared, Map.of("item", "COPY", "state", "DONE"));
        Function<TestShop, String> ready = shop -> new TestCampaign(shop).ready();
        ofCampaign(all, "audience-refreshes", "marketer", ready, Map.of("reason", "新老客"));
        all.put("/campaigns/{campaign}/changes", shop -> change(underWay(ready.apply(shop))));
        ofCampaign(all, "briefings", "marketer", prepared, Map.of("agenda", TestCampaign.agenda("第一轮")));
        ofCampaign(all, "comments", "staff1", draft, Map.of("text", "好"));
        ofCampaign(all, "repetitions", "marketer", draft.andThen(IdempotencyWalkTest::ended), Map.of("name", "下一场"));
        all.put("/campaigns/{campaign}/briefings/{round}/questions", shop -> {
            String campaign = prepared.apply(shop);
            made(Sent.json(
                    "marketer", "/campaigns/" + campaign + "/briefings", Map.of("agenda", TestCampaign.agenda("第一轮"))));
            return Sent.json("staff1", "/campaigns/" + campaign + "/briefings/1/questions", Map.of("text", "老客也发吗"));
        });
        all.put("/campaigns/{campaign}/briefings/{round}/acknowledgements", shop -> {
            String campaign = prepared.apply(shop);
            made(Sent.json(
                    "marketer", "/campaigns/" + campaign + "/briefings", Map.of("agenda", TestCampaign.agenda("第一轮"))));
            return Sent.json("staff1", "/campaigns/" + campaign + "/briefings/1/acknowledgements", null);
        });
    }

    /** The list that follows a post, and somebody who answered that. */
    private static Sent answered(TestShop shop) {
        Buyers buyers = CDI.current().select(Buyers.class).get();
        long fan = buyers.add(shop, "answered", buyers.today().minusDays(1));
        buyers.changed(shop);
        buyers.follow(shop.account1(), fan);
        String list = CDI.current().select(OpenTasks.class).get().put(shop, TaskKind.FOLLOW_UP, shop.staff1Id());
        OpenTasks.claim(As.staff1(), list);
        return Sent.json(
                "staff1", "/tasks/" + list + "/recipients", Map.of("followerIds", List.of(Long.toString(fan))));
    }

    private static void ofShop(
            Map<String, Function<TestShop, Sent>> all,
            String collection,
            String user,
            Function<TestShop, Map<String, Object>> body) {
        all.put(
                "/shops/{shop}/" + collection,
                shop -> Sent.json(user, "/shops/" + shop.id() + "/" + collection, body.apply(shop)));
    }

    /** As if its first day had come. */
    private static String underWay(String campaign) {
        QuarkusTransaction.requiringNew().run(() -> CDI.current()
                .select(Sql.class)
                .get()
                .update("UPDATE campaign SET status = 'RUNNING', version = version + 1 WHERE id = ?", campaign));
        return campaign;
    }

    private static Sent change(String campaign) {
        String post = As.marketer()
                .get("/campaigns/" + campaign + "/posts")
                .path("items.find { it.playbookKey == 'default/day3-morning' }.id");
        return Sent.json(
                "marketer",
                "/campaigns/" + campaign + "/changes",
                Map.of("reason", "库存不够", "edits", List.of(Map.of("kind", "SHIFT", "postId", post, "at", "08:40"))));
    }

    private static void ofCampaign(
            Map<String, Function<TestShop, Sent>> all,
            String collection,
            String user,
            Function<TestShop, String> campaign,
            Map<String, Object> body) {
        all.put(
                "/campaigns/{campaign}/" + collection,
                shop -> Sent.json(user, "/campaigns/" + campaign.apply(shop) + "/" + collection, body));
    }

    private static String privateScript(TestShop shop) {
        return As.make(
                As.marketer(),
                "/shops/{shop}/scripts",
                Map.of("title", "问候", "copy", "您好", "kind", "PRIVATE"),
                shop.id());
    }

    private static String script(TestShop shop) {
        return As.make(
                As.marketer(),
                "/shops/{shop}/scripts",
                Map.of("title", "早安", "copy", "早上好", "kind", "MOMENT", "line", "PERSONA"),
                shop.id());
    }

    private static Map<String, Object> twoBuyers(TestShop shop) {
        PostedOrder.post(
                shop,
                PostedOrder.of("M1", "kept", "13800000001", null),
                PostedOrder.of("M2", "gone", "13800000002", null));
        return Map.of(
                "keptId",
                PostedOrder.buyerOf(shop, "M1"),
                "goneId",
                PostedOrder.buyerOf(shop, "M2"),
                "reason",
                "same person");
    }

    /** As the clock would leave it. */
    private static String ended(String campaign) {
        CDI.current()
                .select(Sql.class)
                .get()
                .update("UPDATE campaign SET status = 'ENDED', clock_at = NULL WHERE id = ?", campaign);
        return campaign;
    }

    private static String review(String campaign) {
        return moved(campaign, "REVIEW");
    }

    private static String prepare(String campaign) {
        for (String user : List.of("marketer", "staff1")) {
            made(Sent.json(user, "/campaigns/" + campaign + "/reviews", Map.of("decision", "APPROVE")));
        }
        return moved(campaign, "PREPARING");
    }

    private static String moved(String campaign, String to) {
        made(Sent.json("marketer", "/campaigns/" + campaign + "/transitions", Map.of("to", to)));
        return campaign;
    }

    private static Response made(Sent sent) {
        Response answer = sent.post(UUID.randomUUID().toString());
        assertThat(answer.statusCode()).as("%s: %s", sent, answer.asString()).isBetween(200, 299);
        return answer;
    }

    @Test
    void eachRequestThatTakesAKeyIsWalked() {
        Set<String> walked = new TreeSet<>(REQUESTS.keySet());
        walked.add(SHOPS);
        assertThat(idempotentPaths()).isEqualTo(walked);
    }

    @Test
    void ofTenAtOnceUnderOneKeyOneIsDoneAndAllAreAnsweredAlike() throws Exception {
        TestShop shop = TestShop.create();
        TestShop twin = TestShop.create();
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Function<TestShop, Sent>> request : REQUESTS.entrySet()) {
            if (request.getKey().startsWith("/campaigns")) {
                // Two campaigns of a shop on the same days are too many posts.
                shop = TestShop.create();
                twin = TestShop.create();
            }
            Sent toTwin = request.getValue().apply(twin);
            Sent toShop = request.getValue().apply(shop);
            made(toTwin);
            Set<String> answers = atOnce(toShop);
            if (answers.size() != 1 || !answers.iterator().next().startsWith("2")) {
                wrong.add(request.getKey() + " is answered " + answers);
            }
            awaitAsMuchIn(shop, twin, request.getKey(), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aShopIsFoundedOnce() throws Exception {
        String name = "Founded at once " + UUID.randomUUID();
        Set<String> answers = atOnce(Sent.json("admin", SHOPS, Map.of("name", name)));
        assertThat(answers).hasSize(1).allMatch(answer -> answer.startsWith("201"));
        assertThat(sql.first("SELECT COUNT(*) AS n FROM shop WHERE name = ?", row -> row.intAt("n"), name))
                .contains(1);
    }

    /** Status, body and the headers that belong to the answer. Who is told that it takes long asks again. */
    private static Set<String> atOnce(Sent sent) throws InterruptedException, ExecutionException {
        String key = UUID.randomUUID().toString();
        As.token(sent.user());
        ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Set<String> answers = new TreeSet<>();
            Callable<String> one = () -> {
                Response answer = sent.post(key);
                while (answer.statusCode() == 409 && "IN_PROGRESS".equals(answer.path("code"))) {
                    answer = sent.post(key);
                }
                return answer.statusCode() + " " + answer.asString() + " " + answer.header("Location") + " "
                        + answer.header("ETag");
            };
            for (Future<String> answer : senders.invokeAll(Collections.nCopies(AT_ONCE, one))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            senders.shutdownNow();
        }
    }

    /** Some of it is done after the answer. */
    private void awaitAsMuchIn(TestShop shop, TestShop twin, String request, List<String> wrong) {
        try {
            Waiting.until("the twins are alike", PATIENCE, () -> rows(shop).equals(rows(twin)));
        } catch (AssertionError e) {
            wrong.add(request + ": " + rows(shop) + " is not " + rows(twin));
        }
    }

    private Map<String, Integer> rows(TestShop shop) {
        return content.of(shop.id()).entrySet().stream()
                .filter(table -> !table.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, table -> table.getValue().size(), (a, b) -> a, TreeMap::new));
    }

    private static Set<String> idempotentPaths() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.siyu");
        return classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Idempotent.class))
                .map(IdempotencyWalkTest::pathOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String pathOf(JavaMethod method) {
        String ofClass = method.getOwner().getAnnotationOfType(Path.class).value();
        String own = method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
        return ((ofClass.equals("/") ? "" : ofClass) + own).replaceAll(":[^}]*}", "}");
    }
}

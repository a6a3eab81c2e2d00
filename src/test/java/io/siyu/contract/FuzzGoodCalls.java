package io.siyu.contract;

import java.util.Map;
import java.util.Set;

import static java.util.Map.entry;

/**
 * What a good call says where the contract's own samples do not fit the shop. A word after a dollar sign stands for
 * something of the stage.
 */
final class FuzzGoodCalls {
    private static final String REASON = "{\"reason\":\"试试\"}";
    private static final String TERMS =
            "\"audience\":{\"tiers\":[\"VIP\",\"NEW\"],\"tags\":[],\"accounts\":[\"$account\"]},\"mechanic\":\"DISCOUNT\",\"offer\":\"八折\",\"holdoutPercent\":5";

    private static final Map<String, Map<String, String>> PATHS = Map.ofEntries(
            entry("DELETE /buyers/{id}", Map.of("id", "$newBuyer")),
            entry("DELETE /staff/{staff}", Map.of("staff", "$newStaff")),
            entry("PUT /staff/{staff}/departure", Map.of("staff", "$newStaff")),
            entry("DELETE /staff/{staff}/departure", Map.of("staff", "$leftStaff")),
            entry("PUT /accounts/{account}/retirement", Map.of("account", "$newAccount")),
            entry("PUT /accounts/{account}/handover", Map.of("account", "$newAccount")),
            entry("DELETE /accounts/{account}/handover", Map.of("account", "$handedAccount")),
            entry("PUT /buyers/{id}/opt-out", Map.of("id", "$newBuyer")),
            entry("DELETE /orders/{id}/buyer", Map.of("id", "$boundOrder")),
            entry("PUT /orders/{id}/buyer", Map.of("id", "$orphanOrder")),
            entry("DELETE /posts/{post}", Map.of("post", "$newPost")),
            entry("DELETE /segments/{segment}", Map.of("segment", "$newSegment")),
            entry("DELETE /shops/{shop}/hooks/{source}", Map.of("source", "$hookSource")),
            entry("PUT /shops/{shop}/hooks/{source}", Map.of("source", "woocommerce")),
            entry("POST /hooks/{source}/{shop}", Map.of("source", "shopify")),
            entry("PUT /tasks/{task}/claim", Map.of("task", "$openTask")),
            entry("DELETE /tasks/{task}/claim", Map.of("task", "$claimedTask")),
            entry("PUT /tasks/{task}/completion", Map.of("task", "$claimedTask")),
            entry("PUT /tasks/{task}/skip", Map.of("task", "$claimedTask")),
            entry("PUT /tasks/{task}/snooze", Map.of("task", "$claimedTask")),
            entry("PUT /tasks/{task}/handover", Map.of("task", "$claimedTask")),
            entry("PUT /tasks/{task}/undoing", Map.of("task", "$skippedTask")),
            entry("PUT /tasks/{task}/result", Map.of("task", "$doneTask")),
            entry("PUT /tasks/{task}/recipients/{follower}", Map.of("task", "$claimedTask", "follower", "$follower")),
            entry("PUT /feedback/{feedback}/triage", Map.of("feedback", "$newFeedback")),
            entry("PUT /feedback/{feedback}/action", Map.of("feedback", "$triagedFeedback")),
            entry("PUT /feedback/{feedback}/confirmation", Map.of("feedback", "$actedFeedback")),
            entry("PUT /feedback/{feedback}/reopening", Map.of("feedback", "$actedFeedback")),
            entry("POST /campaigns/{campaign}/transitions", Map.of("campaign", "$newDraft")),
            entry("POST /campaigns/{campaign}/reviews", Map.of("campaign", "$inReview")),
            entry("POST /campaigns/{campaign}/objections", Map.of("campaign", "$reviewed")),
            entry(
                    "PUT /campaigns/{campaign}/objections/{objection}/resolution",
                    Map.of("campaign", "$reviewed", "objection", "$objection")),
            entry("POST /campaigns/{campaign}/preparations", Map.of("campaign", "$preparing")),
            entry("POST /campaigns/{campaign}/briefings", Map.of("campaign", "$preparing")),
            entry(
                    "POST /campaigns/{campaign}/briefings/{round}/acknowledgements",
                    Map.of("campaign", "$preparing", "round", "1")),
            entry(
                    "POST /campaigns/{campaign}/briefings/{round}/questions",
                    Map.of("campaign", "$preparing", "round", "1")),
            entry(
                    "PUT /campaigns/{campaign}/briefings/{round}/questions/{question}/answer",
                    Map.of("campaign", "$preparing", "round", "1", "question", "$question")),
            entry("GET /campaigns/{campaign}/revisions/{number}/difference", Map.of("number", "1")),
            entry("GET /scripts/{script}/versions/{version}/difference", Map.of("version", "1")),
            entry("GET /shops/{shop}/follower-lists/{tier}/followers", Map.of("tier", "LOST")));

    private static final Map<String, Map<String, String>> QUERIES = Map.ofEntries(
            entry("GET /marketing-nodes", Map.of("from", "2026-01-01", "to", "2026-12-31")),
            entry("GET /shops/{shop}/posts", Map.of("from", "2026-11-01", "to", "2027-02-01")),
            entry("GET /shops/{shop}/missed-work", Map.of("from", "2026-01-01", "to", "2026-12-31")),
            entry("GET /shops/{shop}/staff-figures", Map.of("from", "2026-01-01", "to", "2026-12-31")),
            entry("GET /shops/{shop}/campaign-comparisons", Map.of("campaigns", "$reviewed")),
            entry("GET /shops/{shop}/due-buyers", Map.of("within", "30")));

    private static final Map<String, String> BODIES = Map.ofEntries(
            entry("POST /accounts/{account}/groups", "{\"name\":\"$new\"}"),
            entry("PATCH /groups/{group}", "{\"members\":12,\"countedOn\":\"2026-01-05\"}"),
            entry("PUT /accounts/{account}/retirement", REASON),
            entry("PUT /accounts/{account}/handover", "{\"ownerStaffId\":\"$staff\"}"),
            entry(
                    "PUT /staff/{staff}/absence",
                    "{\"from\":\"2099-02-01T00:00:00Z\",\"until\":\"2099-02-09T00:00:00Z\"}"),
            entry("PUT /staff/{staff}/departure", "{\"takeoverStaffId\":\"$staff\"}"),
            entry("PATCH /accounts/{account}", "{\"persona\":\"懂礼物\",\"dailyAddLimit\":20}"),
            entry("PUT /buyer-merges/{merge}/undoing", REASON),
            entry("PUT /buyers/{id}/opt-out", REASON),
            entry("PATCH /campaigns/{campaign}", "{\"name\":\"$new\"," + TERMS + "}"),
            entry(
                    "POST /campaigns/{campaign}/briefings",
                    "{\"agenda\":{\"posts\":\"下一轮\",\"bringIn\":\"十\",\"activateWhen\":\"八点\",\"activateHowMany\":\"五\",\"firstWords\":\"好\",\"visibility\":\"老客\",\"teamwork\":\"两人\",\"figures\":\"日报\"}}"),
            entry("POST /campaigns/{campaign}/briefings/{round}/questions", "{\"text\":\"老客也发吗\"}"),
            entry("PUT /campaigns/{campaign}/briefings/{round}/questions/{question}/answer", "{\"text\":\"都发\"}"),
            entry(
                    "POST /campaigns/{campaign}/changes",
                    "{\"reason\":\"库存不够\",\"edits\":[{\"kind\":\"SHIFT\",\"postId\":\"1\",\"at\":\"12:30\"}]}"),
            entry("PUT /campaigns/{campaign}/changes/{change}/withdrawal", REASON),
            entry("POST /campaigns/{campaign}/audience-refreshes", REASON),
            entry("POST /campaigns/{campaign}/comments", "{\"text\":\"好\"}"),
            entry(
                    "POST /campaigns/{campaign}/posts",
                    "{\"day\":1,\"kind\":\"MOMENT\",\"at\":\"10:00\",\"line\":\"PERSONA\",\"scriptId\":\"$ownScript\"}"),
            entry("POST /campaigns/{campaign}/preparations", "{\"item\":\"COPY\",\"state\":\"DONE\",\"note\":\"好\"}"),
            entry("POST /campaigns/{campaign}/repetitions", "{\"name\":\"$new\",\"startDay\":\"$soon\"}"),
            entry("POST /campaigns/{campaign}/transitions", "{\"to\":\"REVIEW\"}"),
            entry("POST /campaigns/{campaign}/reviews", "{\"decision\":\"APPROVE\",\"note\":\"好\"}"),
            entry("PUT /campaigns/{campaign}/sequence", "{\"playbook\":\"default\"}"),
            entry(
                    "POST /shops/{shop}/daily-plans",
                    "{\"name\":\"$new\",\"hours\":[{\"at\":\"20:00\"}],\"scripts\":[\"$script\"],\"from\":\"2027-06-01\"}"),
            entry("PATCH /daily-plans/{plan}", "{\"name\":\"日更\",\"hours\":[{\"at\":\"20:00\"}]}"),
            entry(
                    "POST /shops/{shop}/follower-sequences",
                    "{\"name\":\"$new\",\"basis\":\"JOINED\",\"steps\":[{\"day\":365,\"at\":\"10:00\",\"scriptId\":\"$privateScript\"}]}"),
            entry("PATCH /follower-sequences/{sequence}", "{\"name\":\"跟进\",\"tiers\":[\"NEW\"]}"),
            entry(
                    "POST /shops/{shop}/playbooks",
                    "{\"key\":\"$new\",\"name\":\"打法\",\"days\":1,\"posts\":[{\"key\":\"a\",\"day\":1,\"at\":\"09:00\",\"kind\":\"MOMENT\",\"scriptId\":\"$script\"}]}"),
            entry(
                    "PUT /playbooks/{playbook}",
                    "{\"name\":\"打法\",\"days\":1,\"posts\":[{\"key\":\"a\",\"day\":1,\"at\":\"09:00\",\"kind\":\"MOMENT\",\"scriptId\":\"$script\"}]}"),
            entry("PUT /campaigns/{campaign}/retrospective/lessons", "{\"lessons\":[\"早点发\"]}"),
            entry("PATCH /feedback/{feedback}", "{\"text\":\"更好的主意\"}"),
            entry("PUT /feedback/{feedback}/action", "{\"outcome\":\"ANSWERED\",\"note\":\"好\"}"),
            entry("PUT /feedback/{feedback}/triage", "{\"note\":\"看看\"}"),
            entry("PATCH /followers/{follower}", "{\"remark\":\"老客\",\"tags\":[\"老客\"]}"),
            entry("PUT /orders/{id}/buyer", "{\"buyerId\":\"$newBuyer\"}"),
            entry("PATCH /materials/{material}", "{\"title\":\"海报\",\"tags\":[\"新品\"],\"consentNote\":\"本人同意\"}"),
            entry("PATCH /posts/{post}", "{\"at\":\"11:30\"}"),
            entry("PATCH /scripts/{script}", "{\"title\":\"早安\",\"copy\":\"早上好 {{name}}\"}"),
            entry("PATCH /segments/{segment}", "{\"name\":\"$new\",\"filter\":\"spend > 2\"}"),
            entry("POST /scripts/{script}/previews", "{\"followerId\":\"$follower\"}"),
            entry("POST /shops", "{\"name\":\"$new\",\"platform\":\"TAOBAO\"}"),
            entry("PATCH /shops/{shop}", "{\"name\":\"$new\"}"),
            entry(
                    "POST /shops/{shop}/accounts",
                    "{\"name\":\"$new\",\"kind\":\"WECOM\",\"ownerStaffId\":\"$staff\",\"persona\":\"店员\"}"),
            entry(
                    "POST /shops/{shop}/buyer-merges",
                    "{\"keptId\":\"$newBuyer\",\"goneId\":\"$newBuyer\",\"reason\":\"同一人\"}"),
            entry(
                    "POST /shops/{shop}/campaign-plans",
                    "{\"from\":\"$soon\",\"to\":\"2027-12-31\",\"cadenceDays\":30,\"accept\":false}"),
            entry("POST /shops/{shop}/campaigns", "{\"name\":\"$new\",\"startDay\":\"$soon\"," + TERMS + "}"),
            entry("POST /shops/{shop}/contact-limits", "{\"fromDay\":\"$soon\",\"momentsPerDay\":3}"),
            entry(
                    "POST /shops/{shop}/feedback",
                    "{\"kind\":\"IDEA\",\"text\":\"好主意\",\"script\":\"$script\",\"follower\":\"$follower\"}"),
            entry("POST /shops/{shop}/follower-distributions", "{\"tiers\":[\"LOST\"],\"limit\":10}"),
            entry("PUT /shops/{shop}/hooks/{source}", "{\"secret\":\"hush hush hush hush\",\"graceHours\":1}"),
            entry(
                    "POST /shops/{shop}/orders",
                    "{\"orders\":[{\"orderNo\":\"$new\",\"buyerId\":\"$new\",\"orderedAt\":\"2026-01-05T10:00:00+08:00\",\"paidAmount\":\"10.00\",\"status\":\"COMPLETED\",\"phone\":\"13700000001\",\"lines\":[{\"title\":\"茶\",\"sku\":\"T1\",\"quantity\":1,\"unitPrice\":\"10.00\"}]}]}"),
            entry(
                    "POST /shops/{shop}/posts",
                    "{\"date\":\"$freeDay\",\"kind\":\"MOMENT\",\"at\":\"12:00\",\"line\":\"PERSONA\",\"scriptId\":\"$ownScript\"}"),
            entry(
                    "POST /shops/{shop}/scripts",
                    "{\"title\":\"$new\",\"copy\":\"早上好\",\"kind\":\"MOMENT\",\"line\":\"PERSONA\",\"media\":[]}"),
            entry("POST /shops/{shop}/segments", "{\"name\":\"$new\",\"filter\":\"spend > 1\"}"),
            entry("POST /shops/{shop}/segments/preview", "{\"filter\":\"spend > 1\"}"),
            entry("POST /shops/{shop}/staff", "{\"username\":\"$new\",\"displayName\":\"新人\",\"roles\":[\"staff\"]}"),
            entry("PUT /shops/{shop}/tier-policy", "{\"rules\":" + FuzzGoodCalls.RULES + "}"),
            entry("POST /shops/{shop}/tier-policy/preview", "{\"rules\":" + FuzzGoodCalls.RULES + "}"),
            entry(
                    "PUT /shops/{shop}/working-calendar",
                    "{\"hours\":[{\"weekday\":\"MONDAY\",\"from\":\"09:00\",\"to\":\"24:00\"}],\"holidays\":[\"2027-02-06\"]}"),
            entry("PUT /shops/{shop}/word-lists", "{\"banned\":[\"最好\"],\"allowed\":[\"好\"]}"),
            entry(
                    "POST /shops/{shop}/task-bulk-actions",
                    "{\"filter\":{\"kind\":\"GROUP\"},\"action\":\"SKIP\",\"reason\":\"停发\"}"),
            entry("POST /task-claims", "{\"shop\":\"$shop\",\"limit\":1}"),
            entry("PUT /tasks/{task}/completion", "{\"result\":{\"note\":\"加上了\",\"outcome\":\"ADDED\"}}"),
            entry("PUT /tasks/{task}/handover", "{\"staffId\":\"$staff\",\"reason\":\"换人\"}"),
            entry("PUT /tasks/{task}/recipients/{follower}", "{\"outcome\":\"SENT\",\"reason\":\"好\"}"),
            entry("PUT /tasks/{task}/skip", REASON),
            entry("PUT /tasks/{task}/result", "{\"likes\":3,\"note\":\"好\"}"),
            entry("PUT /tasks/{task}/snooze", "{\"until\":\"$later\"}"));

    private static final String RULES =
            "[{\"tier\":\"LEAD\",\"maxPurchaseDays\":0},{\"tier\":\"VIP\",\"minPurchaseDays\":5},{\"tier\":\"LOYAL\"}]";

    /** Of a kind of task that the stage has none of, and of campaigns that have ended. */
    private static final Set<String> NOT_ON_STAGE = Set.of(
            "PUT /tasks/{task}/recipients/{follower}",
            "POST /tasks/{task}/recipients",
            "POST /campaigns/{campaign}/repetitions",
            "PUT /campaigns/{campaign}/changes/{change}/withdrawal");

    private FuzzGoodCalls() {}

    static boolean isOnStage(String operation) {
        return !NOT_ON_STAGE.contains(operation);
    }

    static Map<String, String> path(String operation) {
        return PATHS.getOrDefault(operation, Map.of());
    }

    static Map<String, String> query(String operation) {
        return QUERIES.getOrDefault(operation, Map.of());
    }

    /** @return null where the contract's sample will do */
    static String body(String operation) {
        return BODIES.get(operation);
    }

    /** Whose role is right: the mightiest; who works on a task is who it is for, and on feedback who reported it. */
    static String user(FuzzOperation operation) {
        if (operation.roles().isEmpty()) {
            return null;
        }
        if (operation.path().contains("/tasks/{task}/") && operation.roles().contains("staff")) {
            return "staff1";
        }
        if (operation.path().contains("/feedback/{feedback}")
                && operation.roles().contains("marketer")) {
            return "marketer";
        }
        return operation.roles().contains("admin")
                ? "admin"
                : operation.roles().iterator().next();
    }
}

package io.siyu.bench.year;

import com.fasterxml.jackson.databind.JsonNode;
import io.siyu.task.TaskKind;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the members of staff do on a day: nine of ten tasks in time, some reported later from a phone without a line. */
final class Crew {
    private static final List<String> KINDS = Stream.of(TaskKind.values())
            .map(TaskKind::name)
            .filter(Set.of("ADD_FRIEND", "WELCOME", "MOMENT", "GROUP", "PRIVATE", "FOLLOW_UP")::contains)
            .toList();
    private static final List<String> TO_PEOPLE = List.of("WELCOME", "PRIVATE", "FOLLOW_UP");
    private static final int AT_ONCE = 20;
    private static final Duration LINE_LOST = Duration.ofMinutes(10);

    private final Replicas replicas;
    private final YearShop shop;
    private final Random random;
    private final List<Report> unsent = new ArrayList<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private int done;
    private int late;

    /** Something that was done and could not be told yet. */
    private record Report(String as, JsonNode task, Instant at) {}

    Crew(Replicas replicas, YearShop shop, Random random) {
        this.replicas = replicas;
        this.shop = shop;
        this.random = random;
    }

    /** Each of those who are here does what is open; first all that could not be told before is told. */
    void work() {
        List<Report> told = List.copyOf(unsent);
        unsent.clear();
        told.forEach(report -> finish(report.as(), report.task(), report.at()));
        for (int i = 1; i <= YearShop.STAFF; i++) {
            workAs("staff" + i);
        }
    }

    /** How many tasks were done, told late, and refused with which code. */
    String figures() {
        return done + " done, " + late + " of them told later; refused " + refused;
    }

    private void workAs(String as) {
        while (true) {
            Replicas.Answer claimed =
                    replicas.post(as, "/task-claims", Map.of("shop", shop.id(), "kinds", KINDS, "limit", AT_ONCE));
            if (!claimed.isGood()) {
                count(claimed);
                return;
            }
            JsonNode tasks = items(claimed.body());
            if (tasks.isEmpty()) {
                return;
            }
            tasks.forEach(task -> take(as, task));
        }
    }

    private void take(String as, JsonNode task) {
        int chance = random.nextInt(100);
        if (chance < 90) {
            finish(as, task, null);
        } else if (chance < 95) {
            unsent.add(new Report(as, task, replicas.now().plus(LINE_LOST)));
        } else if (chance < 97) {
            replicas.put(as, "/tasks/" + task.get("id").asText() + "/skip", Map.of("reason", "今天来不及"));
        }
        // The others forget it: the lease lapses.
    }

    /** @param at when it was done, null for now */
    private void finish(String as, JsonNode task, Instant at) {
        String id = task.get("id").asText();
        Map<String, Object> body = new HashMap<>();
        if (at != null) {
            body.put("at", at.toString());
        }
        if (task.get("kind").asText().equals("ADD_FRIEND")) {
            body.put("result", Map.of("outcome", random.nextInt(10) < 6 ? "ADDED" : "INVITED"));
        } else if (TO_PEOPLE.contains(task.get("kind").asText())) {
            if (tick(as, id, at)) {
                body.put("restReason", "没加载出来");
            }
        } else {
            body.put("result", Map.of("likes", random.nextInt(30), "comments", random.nextInt(5)));
        }
        Replicas.Answer answer = replicas.put(as, "/tasks/" + id + "/completion", body);
        if (answer.isGood()) {
            done++;
            late += at == null ? 0 : 1;
        } else {
            count(answer);
        }
    }

    /** @return whether somebody was left out */
    private boolean tick(String as, String task, Instant at) {
        boolean isRest = false;
        String after = "";
        do {
            JsonNode page = replicas.get(as, "/tasks/" + task + "/recipients?limit=200" + after)
                    .body();
            for (JsonNode recipient : items(page)) {
                if (recipient.get("state").asText().equals("PENDING")) {
                    isRest |= !tickOne(as, task, recipient, at);
                }
            }
            after = page.hasNonNull("next") ? "&after=" + page.get("next").asText() : null;
        } while (after != null);
        return isRest;
    }

    private boolean tickOne(String as, String task, JsonNode recipient, Instant at) {
        int chance = random.nextInt(1000);
        Map<String, Object> body = new HashMap<>();
        if (recipient.hasNonNull("blocked")) {
            body.putAll(Map.of("outcome", "SKIPPED", "reason", "到上限了"));
        } else if (chance < 20) {
            return false;
        } else if (chance < 50) {
            body.putAll(Map.of("outcome", "SKIPPED", "reason", "正在处理售后"));
        } else if (chance < 55) {
            body.putAll(Map.of("outcome", "FAILED", "reason", "DELETED_ME"));
        } else if (chance < 60) {
            body.put("outcome", "OPT_OUT");
        } else {
            body.put("outcome", "SENT");
        }
        if (at != null) {
            body.put("at", at.toString());
        }
        Replicas.Answer answer = replicas.put(
                as,
                "/tasks/" + task + "/recipients/" + recipient.get("followerId").asText(),
                body);
        if (answer.isGood()) {
            return true;
        }
        count(answer);
        return false;
    }

    private void count(Replicas.Answer answer) {
        String code =
                answer.body().hasNonNull("code") ? answer.body().get("code").asText() : String.valueOf(answer.status());
        refused.merge(answer.status() + " " + code, 1, Integer::sum);
        if (answer.status() >= 500) {
            throw new IllegalStateException(answer.toString());
        }
    }

    private static JsonNode items(JsonNode body) {
        return body.isArray() ? body : body.path("items");
    }
}

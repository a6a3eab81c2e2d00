package io.siyu.bench.year;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What comes in between: people who are away or leave, accounts that change hands, buyers who want no more, feedback. */
final class Mishaps {
    private static final int LEAVES_ON_DAY = 180;

    private final Replicas replicas;
    private final YearShop shop;
    private final Random random;
    private final Map<String, Integer> counts = new TreeMap<>();
    private int day;

    Mishaps(Replicas replicas, YearShop shop, Random random) {
        this.replicas = replicas;
        this.shop = shop;
        this.random = random;
    }

    void happen(LocalDate today) {
        day++;
        if (random.nextInt(15) == 0) {
            sendAway(today);
        }
        if (random.nextInt(20) == 0) {
            count(
                    "owner changed",
                    replicas.patch(
                            "admin", "/accounts/" + any(shop.accounts()), Map.of("ownerStaffId", any(shop.staff()))));
        }
        if (random.nextInt(4) == 0) {
            optOut();
        }
        if (random.nextInt(2) == 0) {
            hear();
        }
        if (day == LEAVES_ON_DAY) {
            count(
                    "left",
                    replicas.put(
                            "admin",
                            "/staff/" + shop.staff().get(YearShop.STAFF - 1) + "/departure",
                            Map.of("takeoverStaffId", shop.staff().get(0))));
        }
    }

    /** How often what happened, and how often it was refused. */
    String figures() {
        return counts.toString();
    }

    private void sendAway(LocalDate today) {
        count(
                "away",
                replicas.put(
                        "admin",
                        "/staff/" + any(shop.staff()) + "/absence",
                        Map.of(
                                "from",
                                today.plusDays(1)
                                        .atStartOfDay(YearShop.ZONE)
                                        .toOffsetDateTime()
                                        .toString(),
                                "until",
                                today.plusDays(2 + random.nextInt(5))
                                        .atStartOfDay(YearShop.ZONE)
                                        .toOffsetDateTime()
                                        .toString(),
                                "backupStaffId",
                                any(shop.staff()))));
    }

    private void optOut() {
        JsonNode buyers = replicas.get("marketer1", "/shops/" + shop.id() + "/buyers?limit=200")
                .body()
                .get("items");
        if (!buyers.isEmpty()) {
            String buyer = buyers.get(random.nextInt(buyers.size())).get("id").asText();
            count("opted out", replicas.put("marketer1", "/buyers/" + buyer + "/opt-out", Map.of("reason", "别再发了")));
        }
    }

    private void hear() {
        String by = "staff" + (1 + random.nextInt(YearShop.STAFF));
        Replicas.Answer told =
                replicas.post(by, "/shops/" + shop.id() + "/feedback", Map.of("kind", "OBJECTION", "text", "嫌贵"));
        count("feedback", told);
        if (told.isGood()) {
            String path = "/feedback/" + told.id();
            replicas.done(replicas.put("marketer2", path + "/triage", Map.of()));
            replicas.done(replicas.put("marketer2", path + "/action", Map.of("outcome", "ANSWERED", "answer", "先讲品质")));
            count("confirmed", replicas.put(by, path + "/confirmation", null));
        }
    }

    private void count(String what, Replicas.Answer answer) {
        counts.merge(answer.isGood() ? what : what + " refused " + answer.status(), 1, Integer::sum);
        if (answer.status() >= 500) {
            throw new IllegalStateException(answer.toString());
        }
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}

package io.siyu.it.kill;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Campaigns become READY one after the other, which plans the tasks of their posts. */
final class ReadyWork extends Flow {
    private static final int CAMPAIGNS = 16;
    private static final int DAYS_AHEAD = 40;
    private static final int DAYS_APART = 5;

    private final Replicas replicas;
    private final Rows rows;
    private final List<String> campaigns = new ArrayList<>();

    private String shop;

    ReadyWork(Replicas replicas, Rows rows) {
        super(2, CAMPAIGNS, 2, Duration.ofMillis(800));
        this.replicas = replicas;
        this.rows = rows;
    }

    @Override
    public String name() {
        return "campaigns to READY";
    }

    @Override
    public void prepare() {
        shop = replicas.must("admin", "POST", "/shops", Map.of("name", "Campaigns", "platform", "TAOBAO"))
                .id();
        replicas.openAccounts(shop, "admin");
        LocalDate first = LocalDate.now(ZoneOffset.UTC).plusDays(DAYS_AHEAD);
        for (int i = 0; i < CAMPAIGNS; i++) {
            String id = replicas.must(
                            "admin",
                            "POST",
                            "/shops/" + shop + "/campaigns",
                            Map.of(
                                    "name",
                                    "Nr " + i,
                                    "startDay",
                                    first.plusDays((long) i * DAYS_APART).toString(),
                                    "mechanic",
                                    "DISCOUNT",
                                    "offer",
                                    "八折",
                                    "audience",
                                    Map.of("tiers", List.of("VIP", "LOYAL", "ACTIVE", "NEW", "AT_RISK"))))
                    .id();
            replicas.must("admin", "PUT", "/campaigns/" + id + "/sequence", Map.of("playbook", "default"));
            for (String to : List.of("REVIEW", "PREPARING")) {
                replicas.must("admin", "POST", "/campaigns/" + id + "/transitions", step(to));
            }
            campaigns.add(id);
        }
    }

    private static Map<String, Object> step(String to) {
        return Map.of("to", to, "override", true, "reason", "kill matrix");
    }

    @Override
    boolean attempt(int client, int item, int place) {
        String campaign = campaigns.get(item);
        Answer answer =
                replicas.send(place, "admin", "POST", "/campaigns/" + campaign + "/transitions", step("READY"), null);
        if (answer.status() == 409) {
            Answer now = replicas.send(place, "admin", "GET", "/campaigns/" + campaign, null, null);
            return now.json().path("status").asText().equals("READY");
        }
        if (answer.status() == 412) {
            // It was done before, and this replica's node had not yet been told when it looked.
            return false;
        }
        if (answer.status() >= 400 && answer.status() < 500) {
            throw new IllegalStateException("refused with " + answer.status() + ": " + answer.json());
        }
        return answer.isSuccess();
    }

    @Override
    public List<String> flaws() {
        List<String> flaws = new ArrayList<>(failures());
        String of = " WHERE shop_id = " + shop + " AND campaign_id IN (" + String.join(", ", campaigns) + ")";
        long ready = rows.number("SELECT COUNT(*) FROM campaign WHERE status = 'READY' AND shop_id = " + shop
                + " AND id IN (" + String.join(", ", campaigns) + ")");
        if (ready != CAMPAIGNS) {
            flaws.add(ready + " of " + CAMPAIGNS + " are READY");
        }
        List<String> steps = rows.texts("SELECT campaign_id FROM campaign_transition" + of
                + " AND to_status = 'READY' GROUP BY campaign_id HAVING COUNT(*) > 1");
        if (!steps.isEmpty()) {
            flaws.add("became READY twice: " + steps);
        }
        List<String> tasks = rows.texts("SELECT COUNT(*) FROM task" + of + " GROUP BY campaign_id");
        if (tasks.size() != CAMPAIGNS || tasks.stream().distinct().count() != 1) {
            flaws.add("the campaigns have so many tasks each: " + tasks);
        }
        long twice = rows.number("SELECT COUNT(*) FROM (SELECT post_id, account_id, occurrence FROM task" + of
                + " GROUP BY post_id, account_id, occurrence HAVING COUNT(*) > 1) doubled");
        if (twice > 0) {
            flaws.add(twice + " tasks are there twice");
        }
        return flaws;
    }
}

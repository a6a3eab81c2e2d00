package io.siyu.bench.year;

import com.fasterxml.jackson.databind.JsonNode;
import io.siyu.campaign.preparation.PreparationItem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the marketers do: plan a quarter, bring each campaign to READY in time, and close it with its lessons. */
final class Marketing {
    private static final String MARKETER = "marketer1";
    private static final int PLANNED_DAYS = 90;
    private static final int LEAD_DAYS = 8;
    private static final Map<String, String> AGENDA = Map.of(
            "posts", "按计划发",
            "bringIn", "每个号十人",
            "activateWhen", "晚上八点",
            "activateHowMany", "五十人",
            "firstWords", "最近用得还顺手吗",
            "visibility", "老客可见",
            "teamwork", "小雅写，阿宁发",
            "figures", "每天下班前报数");

    private final Replicas replicas;
    private final YearShop shop;
    private final Routine routine;
    private final List<String> closed = new ArrayList<>();
    private LocalDate plannedUntil = LocalDate.EPOCH;
    private int ready;

    Marketing(Replicas replicas, YearShop shop, Routine routine) {
        this.routine = routine;
        this.replicas = replicas;
        this.shop = shop;
    }

    void work(LocalDate today) {
        if (today.plusDays(LEAD_DAYS + 2L).isAfter(plannedUntil)) {
            plan(today);
        }
        JsonNode campaigns = replicas.done(replicas.get(
                        MARKETER,
                        "/shops/" + shop.id() + "/campaigns?limit=200&from=" + today.minusDays(30) + "&to="
                                + today.plusDays(LEAD_DAYS)))
                .body()
                .get("items");
        for (JsonNode campaign : campaigns) {
            String id = campaign.get("id").asText();
            LocalDate end = LocalDate.parse(campaign.get("endDay").asText());
            switch (campaign.get("status").asText()) {
                case "DRAFT" -> {
                    routine.makeRoom(LocalDate.parse(campaign.get("startDay").asText()), end, today);
                    prepare(id);
                }
                case "ENDED" -> close(id, end, today);
                default -> {}
            }
        }
    }

    /** Of all campaigns that were closed, as they are told now: orders of their windows came in after that day too. */
    List<JsonNode> retrospectives() {
        return closed.stream()
                .map(id -> replicas.done(replicas.get(MARKETER, "/campaigns/" + id + "/retrospective"))
                        .body())
                .toList();
    }

    int ready() {
        return ready;
    }

    private void plan(LocalDate today) {
        LocalDate from = plannedUntil.isBefore(today) ? today.plusDays(LEAD_DAYS) : plannedUntil.plusDays(1);
        plannedUntil = from.plusDays(PLANNED_DAYS);
        replicas.done(replicas.post(
                MARKETER,
                "/shops/" + shop.id() + "/campaign-plans",
                Map.of("from", from.toString(), "to", plannedUntil.toString(), "accept", true)));
    }

    private void prepare(String id) {
        String path = "/campaigns/" + id;
        replicas.done(replicas.patch(
                MARKETER,
                path,
                Map.of(
                        "mechanic",
                        "DISCOUNT",
                        "offer",
                        "老客八折",
                        "holdoutPercent",
                        10,
                        "audience",
                        Map.of("tiers", List.of("VIP", "LOYAL", "ACTIVE", "NEW", "AT_RISK", "LOST")))));
        replicas.done(replicas.put(MARKETER, path + "/sequence", Map.of("playbook", "default")));
        if (!move(id, "REVIEW")) {
            return;
        }
        List.of(MARKETER, "marketer2", "staff1", "staff2", "staff3")
                .forEach(who -> replicas.post(who, path + "/reviews", Map.of("decision", "APPROVE")));
        move(id, "PREPARING");
        for (PreparationItem item : PreparationItem.values()) {
            replicas.done(replicas.post(MARKETER, path + "/preparations", Map.of("item", item, "state", "DONE")));
        }
        for (int round = 1; round <= 2; round++) {
            replicas.done(replicas.post(MARKETER, path + "/briefings", Map.of("agenda", AGENDA)));
            for (int i = 1; i <= YearShop.STAFF; i++) {
                replicas.post("staff" + i, path + "/briefings/" + round + "/acknowledgements", Map.of());
            }
        }
        ready += move(id, "READY") ? 1 : 0;
    }

    private void close(String id, LocalDate endDay, LocalDate today) {
        if (today.isAfter(endDay.plusDays(4))) {
            replicas.done(replicas.put(
                    MARKETER, "/campaigns/" + id + "/retrospective/lessons", Map.of("lessons", List.of("晚上八点回复最多"))));
            if (move(id, "CLOSED")) {
                closed.add(id);
            }
        }
    }

    private boolean move(String id, String to) {
        Replicas.Answer answer = replicas.post(MARKETER, "/campaigns/" + id + "/transitions", Map.of("to", to));
        if (!answer.isGood()) {
            System.out.println(id + " does not become " + to + ": " + answer.body());
        }
        return answer.isGood();
    }
}

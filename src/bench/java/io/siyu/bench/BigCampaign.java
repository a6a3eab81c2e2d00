package io.siyu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.siyu.campaign.preparation.PreparationItem;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** A campaign of three days for everybody, which its people bring as far as READY. */
final class BigCampaign {
    static final int POSTS = 12;
    static final int PRIVATE_SLOTS = 3;
    private static final int DAYS = 3;
    private static final int DAYS_AHEAD = 30;
    private static final int ROUNDS = 2;
    private static final String MARKETER = "marketer";
    private static final List<String> MOMENTS = List.of("09:00", "12:00", "15:00");
    private static final String IN_PRIVATE = "19:00";
    private static final List<String> TIERS = List.of("VIP", "LOYAL", "ACTIVE", "NEW", "AT_RISK", "LOST");
    private static final Map<String, String> AGENDA = Map.of(
            "posts", "按计划发",
            "bringIn", "每个号十人",
            "activateWhen", "晚上八点",
            "activateHowMany", "五十人",
            "firstWords", "最近用得还顺手吗",
            "visibility", "老客可见",
            "teamwork", "小雅写，阿宁发",
            "figures", "每天下班前报数");

    private final Stage stage;
    private final String id;

    private BigCampaign(Stage stage, String id) {
        this.stage = stage;
        this.id = id;
    }

    /** A draft with all its posts. */
    static BigCampaign draft(Stage stage, String shop) {
        String moment = script(stage, shop, "老朋友，新品到了，想看看吗");
        String message = script(stage, shop, "{{昵称}}，{{距上次天数}}天没见了，新品到了，想看看吗");
        String id = stage.client()
                .post(
                        MARKETER,
                        "/shops/" + shop + "/campaigns",
                        Map.of(
                                "name",
                                "老客专场",
                                "startDay",
                                LocalDate.now(ZoneId.of("Asia/Shanghai"))
                                        .plusDays(DAYS_AHEAD)
                                        .toString(),
                                "mechanic",
                                "DISCOUNT",
                                "offer",
                                "老客八折",
                                "audience",
                                Map.of("tiers", TIERS)))
                .get("id")
                .asText();
        BigCampaign campaign = new BigCampaign(stage, id);
        for (int day = 1; day <= DAYS; day++) {
            for (String at : MOMENTS) {
                campaign.post(day, "MOMENT", at, moment);
            }
            campaign.post(day, "PRIVATE", IN_PRIVATE, message);
        }
        return campaign;
    }

    String id() {
        return id;
    }

    /** Approved, prepared and briefed. */
    void prepare() {
        move("REVIEW");
        say(MARKETER, "/reviews", Map.of("decision", "APPROVE"));
        say("staff1", "/reviews", Map.of("decision", "APPROVE"));
        move("PREPARING");
        for (PreparationItem item : PreparationItem.values()) {
            say(MARKETER, "/preparations", Map.of("item", item, "state", "DONE"));
        }
        for (int round = 1; round <= ROUNDS; round++) {
            say(MARKETER, "/briefings", Map.of("agenda", AGENDA));
            say("staff1", "/briefings/" + round + "/acknowledgements", Map.of());
        }
    }

    /** @return how many seconds it took until all was there that its people work by */
    double makeReady() {
        long start = System.nanoTime();
        move("READY");
        return (System.nanoTime() - start) / 1e9;
    }

    /** Whom it is for. */
    JsonNode audience() {
        return Phone.told(stage.phone(MARKETER).get("/campaigns/" + id + "/audience"));
    }

    private static String script(Stage stage, String shop, String copy) {
        return stage.client()
                .post(MARKETER, "/shops/" + shop + "/scripts", Map.of("title", copy, "copy", copy))
                .get("id")
                .asText();
    }

    private void post(int day, String kind, String at, String script) {
        say(MARKETER, "/posts", Map.of("day", day, "kind", kind, "at", at, "scriptId", script));
    }

    private void move(String to) {
        say(MARKETER, "/transitions", Map.of("to", to));
    }

    private void say(String who, String path, Map<String, ?> body) {
        Phone.told(stage.phone(who).post("/campaigns/" + id + path, body));
    }
}

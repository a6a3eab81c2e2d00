package io.siyu.bench.year;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** What goes on without anybody's doing: daily posts of the accounts, and what is written to who joins. */
final class Routine {
    private static final String MARKETER = "marketer1";
    private static final List<String> WEEKDAYS = List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY");

    private final Replicas replicas;
    private final YearShop shop;
    private final NavigableSet<LocalDate> skipped = new TreeSet<>();
    private String dailyPlan;

    Routine(Replicas replicas, YearShop shop) {
        this.replicas = replicas;
        this.shop = shop;
    }

    void begin(LocalDate from) {
        String morning = script("早安", "早安，今天也要好好照顾自己", "MOMENT");
        dailyPlan = replicas.done(replicas.post(
                        MARKETER,
                        "/shops/" + shop.id() + "/daily-plans",
                        Map.of(
                                "name",
                                "日更",
                                "weekdays",
                                WEEKDAYS,
                                "hours",
                                List.of(Map.of("at", "08:40")),
                                "scripts",
                                List.of(morning),
                                "windowDays",
                                1,
                                "from",
                                from.plusDays(1).toString())))
                .id();
        String care = script("跟进", "{{昵称}}，用得还顺手吗", "PRIVATE");
        replicas.done(replicas.post(
                MARKETER,
                "/shops/" + shop.id() + "/follower-sequences",
                Map.of(
                        "name",
                        "新粉跟进",
                        "basis",
                        "JOINED",
                        "steps",
                        List.of(step(0, care), step(1, care), step(7, care)))));
    }

    /** On its own days a campaign says all that an account may. */
    void makeRoom(LocalDate from, LocalDate to, LocalDate today) {
        from.datesUntil(to.plusDays(1)).forEach(skipped::add);
        skipped.headSet(today).clear();
        replicas.done(replicas.patch(
                MARKETER,
                "/daily-plans/" + dailyPlan,
                Map.of("skipDays", skipped.stream().map(LocalDate::toString).toList())));
    }

    private static Map<String, Object> step(int day, String script) {
        return Map.of("day", day, "at", "15:00", "scriptId", script);
    }

    private String script(String title, String copy, String kind) {
        return replicas.done(replicas.post(
                        MARKETER,
                        "/shops/" + shop.id() + "/scripts",
                        Map.of("title", title, "copy", copy, "kind", kind, "line", "PERSONA", "media", List.of())))
                .id();
    }
}

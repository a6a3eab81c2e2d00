package io.siyu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How fast fifty people at once claim and complete tasks, next to an endpoint that writes the same and does nothing else;
 * that no task is given out twice, also where all of them race for it; and how fast a very long queue's first page is.
 */
class TaskBench {
    private static final int TASKS = Integer.getInteger("bench.tasks", 100_000);
    private static final int RACED_FOR = Math.max(Crew.PEOPLE, TASKS / 10);
    private static final int WARM_UP = Math.min(TASKS, 5_000);
    private static final int OPEN = Integer.getInteger("bench.open", 1_000_000);
    private static final int LOOKS = Integer.getInteger("bench.looks", 400);
    private static final Map<String, ?> COMPLETION = Map.of("result", Map.of("likes", 1));

    @Test
    void givesOutTasksHalfAsFastAsTheDatabaseWritesThem() throws SQLException, IOException {
        Figures figures = new Figures(
                "TaskBench, " + TASKS + " tasks for " + Crew.PEOPLE + " people, and a queue of " + OPEN + " open ones");
        try (Stage stage = new Stage("task", false)) {
            Crew crew = Crew.hire(stage);
            measureWork(stage, crew, figures);
            measureRace(stage, crew, figures);
            measureQueue(stage, crew, figures);
            stage.heap().addTo(figures);
        }
        figures.print();
    }

    private static void measureWork(Stage stage, Crew crew, Figures figures) throws SQLException, IOException {
        List<Phone> phones = Crew.people().stream().map(stage::phone).toList();
        try (BareTasks bare = new BareTasks(stage, crew.shop())) {
            List<Phone> barePhones = Crew.people().stream()
                    .map(name -> new Phone(bare.address(), name))
                    .toList();
            long warmUp = crew.fill(WARM_UP, false);
            bare.copyOpen(crew.shop());
            work(barePhones, warmUp, WARM_UP);
            work(phones, warmUp, WARM_UP);

            long first = crew.fill(TASKS, false);
            bare.copyOpen(crew.shop());
            double before = work(barePhones, first, TASKS);
            bare.copyOpen(crew.shop());
            double ours = work(phones, first, TASKS);
            double after = work(barePhones, first, TASKS);
            check(stage, crew.shop(), first, TASKS);
            figures.rate("tasks claimed and completed", TASKS, ours);
            figures.rate("the same writes by a bare endpoint", TASKS, Math.min(before, after));
            // The better of two, so that a slow moment of the machine does not flatter the service.
            figures.atLeast("  of the bare endpoint's rate", Math.min(before, after) / ours, 0.50);
        }
    }

    /** Each does what is his own. @return how many seconds it took */
    private static double work(List<Phone> phones, long first, int tasks) {
        return Crowd.work(phones.size(), person -> {
            Phone phone = phones.get(person);
            for (int task = person; task < tasks; task += phones.size()) {
                requireGood(phone.put("/tasks/" + (first + task) + "/claim", Map.of()));
                requireGood(phone.put("/tasks/" + (first + task) + "/completion", COMPLETION));
            }
        });
    }

    /** All of them ask for the next task, which is the same for all. */
    private static void measureRace(Stage stage, Crew crew, Figures figures) throws SQLException {
        long first = crew.fill(RACED_FOR, true);
        List<Phone> phones = Crew.people().stream().map(stage::phone).toList();
        AtomicInteger left = new AtomicInteger(RACED_FOR);
        AtomicInteger inVain = new AtomicInteger();
        double seconds = Crowd.work(phones.size(), person -> {
            while (left.get() > 0) {
                JsonNode next = Phone.told(
                                phones.get(person).post("/task-claims", Map.of("shop", crew.shop(), "limit", 1)))
                        .get("items");
                if (next.isEmpty()) {
                    inVain.incrementAndGet();
                    continue;
                }
                left.decrementAndGet();
                requireGood(
                        phones.get(person).put("/tasks/" + next.get(0).get("id").asText() + "/completion", COMPLETION));
            }
        });
        check(stage, crew.shop(), first, RACED_FOR);
        figures.rate("the next ones of one pool claimed and completed", RACED_FOR, seconds);
        figures.add("  asked for in vain, the last of all included", String.valueOf(inVain.get()));
    }

    /** Each was given out once, to whoever did it. */
    private static void check(Stage stage, String shop, long first, int tasks) {
        String range = " BETWEEN " + first + " AND " + (first + tasks - 1) + " AND shop_id = " + shop;
        String claims = "SELECT COUNT(*) FROM (SELECT task_id, COUNT(*) AS n FROM task_event WHERE type = 'CLAIMED'"
                + " AND task_id" + range + " GROUP BY task_id) c";
        assertThat(stage.count(claims)).as("tasks that were claimed").isEqualTo(tasks);
        assertThat(stage.count(claims + " WHERE n > 1"))
                .as("tasks claimed twice")
                .isZero();
        assertThat(stage.count("SELECT COUNT(*) FROM task WHERE status = 'DONE' AND id" + range))
                .as("tasks that are done")
                .isEqualTo(tasks);
        assertThat(stage.count("SELECT COUNT(*) FROM contact WHERE task_id" + range))
                .as("what went out")
                .isEqualTo(tasks);
    }

    private static void measureQueue(Stage stage, Crew crew, Figures figures) throws SQLException {
        int half = OPEN / 2;
        long first = crew.fill(OPEN - half, false);
        crew.fill(half, true);
        assertThat(stage.count("SELECT COUNT(*) FROM task WHERE status = 'OPEN' AND shop_id = " + crew.shop()))
                .isEqualTo(OPEN);
        Phone phone = stage.phone("staff1");
        String row = "/tasks/" + first;
        for (String page : List.of("/tasks?mine=true&shop=" + crew.shop(), "/tasks?shop=" + crew.shop())) {
            alternately(phone, row, page, LOOKS / 2);
            double[] p95 = alternately(phone, row, page, LOOKS);
            figures.add(
                    page.replace(crew.shop(), "…"), String.format("p95 %.2f ms, one task's %.2f ms", p95[1], p95[0]));
            figures.atMost("  in multiples", p95[1] / p95[0], 3.0);
        }
    }

    /** Looks at one, then at the other, so that both see the same machine. @return the milliseconds that 95 % are within */
    private static double[] alternately(Phone phone, String one, String other, int looks) {
        long[][] nanos = new long[2][looks];
        for (int i = 0; i < looks; i++) {
            nanos[0][i] = look(phone, one);
            nanos[1][i] = look(phone, other);
        }
        return Arrays.stream(nanos)
                .mapToDouble(all -> {
                    Arrays.sort(all);
                    return all[(looks * 95 + 99) / 100 - 1] / 1e6;
                })
                .toArray();
    }

    private static long look(Phone phone, String path) {
        long start = System.nanoTime();
        HttpResponse<String> answer = phone.get(path);
        long took = System.nanoTime() - start;
        requireGood(answer);
        return took;
    }

    private static void requireGood(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(200);
    }
}

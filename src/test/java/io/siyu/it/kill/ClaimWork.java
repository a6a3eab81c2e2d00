package io.siyu.it.kill;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** People take tasks, the most urgent first, and complete them. */
final class ClaimWork extends Flow {
    private static final int TASKS = 80;

    private final Replicas replicas;
    private final Rows rows;
    private final String shop;
    private final List<String> users;
    private final Queue<String> claimed = new ConcurrentLinkedQueue<>();
    private final Set<String> completed = ConcurrentHashMap.newKeySet();
    private final Map<Integer, String> atWork = new ConcurrentHashMap<>();
    private long doneBefore;

    /** @param users each of whom has open tasks of his or her own */
    ClaimWork(Replicas replicas, Rows rows, String shop, List<String> users) {
        super(users.size(), TASKS, 4, Duration.ofMillis(250));
        this.replicas = replicas;
        this.rows = rows;
        this.shop = shop;
        this.users = users;
    }

    @Override
    public String name() {
        return "task claims";
    }

    @Override
    public void prepare() {
        doneBefore = done();
    }

    @Override
    boolean attempt(int client, int item, int place) {
        String user = users.get(client);
        String task = atWork.get(client);
        if (task == null) {
            Answer answer = replicas.send(place, user, "POST", "/task-claims", Map.of("shop", shop, "limit", 1), null);
            if (!answer.isSuccess()) {
                return false;
            }
            JsonNode one = answer.json().isArray()
                    ? answer.json().path(0)
                    : answer.json().path("items").path(0);
            task = one.path("id").asText();
            if (task.isEmpty()) {
                throw new IllegalStateException("nothing is left to claim for " + user);
            }
            claimed.add(task);
            atWork.put(client, task);
        }
        Answer answer = replicas.send(
                place,
                user,
                "PUT",
                "/tasks/" + task + "/completion",
                Map.of("result", Map.of("note", "Nr " + item, "outcome", "INVITED")),
                null);
        if (!answer.isSuccess()) {
            if (answer.status() >= 400 && answer.status() < 500) {
                throw new IllegalStateException(
                        "completing " + task + " is refused with " + answer.status() + ": " + answer.json());
            }
            return false;
        }
        completed.add(task);
        atWork.remove(client);
        return true;
    }

    @Override
    public List<String> flaws() {
        List<String> flaws = new ArrayList<>(failures());
        if (claimed.size() != Set.copyOf(claimed).size()) {
            flaws.add("claims were acknowledged twice");
        }
        List<String> done = rows.texts("SELECT id FROM task WHERE status = 'DONE' AND shop_id = " + shop);
        List<String> lost =
                completed.stream().filter(task -> !done.contains(task)).toList();
        if (!lost.isEmpty()) {
            flaws.add("completions were lost after they were acknowledged: " + lost);
        }
        if (done() - doneBefore != completed.size()) {
            flaws.add(completed.size() + " were completed, but " + (done() - doneBefore) + " are");
        }
        for (String type : List.of("CLAIMED", "DONE")) {
            List<String> twice = rows.texts("SELECT task_id FROM task_event WHERE type = '" + type + "' AND shop_id = "
                    + shop + " GROUP BY task_id HAVING COUNT(*) > 1");
            if (!twice.isEmpty()) {
                flaws.add(type + " twice: " + twice);
            }
        }
        return flaws;
    }

    private long done() {
        return rows.number("SELECT COUNT(*) FROM task WHERE status = 'DONE' AND shop_id = " + shop);
    }
}

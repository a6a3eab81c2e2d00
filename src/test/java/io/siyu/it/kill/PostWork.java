package io.siyu.it.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** POSTs with an Idempotency-Key, which a client repeats until it is answered: each does its work once. */
final class PostWork extends Flow {
    private static final int POSTS = 90;

    private final Replicas replicas;
    private final Rows rows;
    private final String run = UUID.randomUUID().toString();
    private final Map<Integer, String> answered = new ConcurrentHashMap<>();
    private String shop;

    PostWork(Replicas replicas, Rows rows) {
        super(3, POSTS, 6, Duration.ofMillis(400));
        this.replicas = replicas;
        this.rows = rows;
    }

    @Override
    public String name() {
        return "idempotent POSTs";
    }

    @Override
    public void prepare() {
        shop = replicas.at(0).client().createShop("Posts");
    }

    @Override
    boolean attempt(int client, int item, int place) {
        Answer answer = post(item, place);
        if (answer.isSuccess()) {
            answered.put(item, answer.id());
        } else if (answer.status() != 0 && answer.status() != 409 && answer.status() < 500) {
            throw new IllegalStateException("refused with " + answer.status() + ": " + answer.json());
        }
        return answer.isSuccess();
    }

    private Answer post(int item, int place) {
        return replicas.send(
                place,
                "staff1",
                "POST",
                "/shops/" + shop + "/feedback",
                Map.of("kind", "IDEA", "text", "Nr " + item),
                run + "-" + item);
    }

    @Override
    public List<String> flaws() {
        List<String> flaws = new ArrayList<>(failures());
        String feedback = " FROM feedback WHERE shop_id = " + shop;
        long kept = rows.number("SELECT COUNT(*)" + feedback);
        long different = rows.number("SELECT COUNT(DISTINCT text)" + feedback);
        if (kept != items() || different != items()) {
            flaws.add(items() + " were posted, but there are " + kept + ", of which different: " + different);
        }
        List<String> ids = rows.texts("SELECT id" + feedback);
        answered.forEach((item, id) -> {
            if (!ids.contains(id)) {
                flaws.add("lost after it was acknowledged: " + item);
            }
            Answer again = post(item, item);
            if (!again.id().equals(id)) {
                flaws.add("answered otherwise when asked again: " + item + ", " + again.status());
            }
        });
        return flaws;
    }
}

package io.siyu.support;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Map;

import static io.siyu.support.As.json;

/** Puts followers on a task's list, and reports what became of them. */
@ApplicationScoped
public class Recipients {
    private final Sql sql;

    Recipients(Sql sql) {
        this.sql = sql;
    }

    /** Of buyers who are followers already. */
    public void add(TestShop shop, String task, long... followers) {
        for (long follower : followers) {
            sql.update(
                    "INSERT INTO task_recipient (shop_id, task_id, follower_id, buyer_id, tier, state)"
                            + " VALUES (?, ?, ?, ?, 'NEW', 'PENDING')",
                    shop.id(),
                    task,
                    follower,
                    follower);
        }
    }

    public static Response report(RequestSpecification as, String task, long follower, Map<String, Object> said) {
        return json(as).body(said).put("/tasks/{id}/recipients/{follower}", task, follower);
    }

    public static Response sent(RequestSpecification as, String task, long follower) {
        return report(as, task, follower, Map.of("outcome", "SENT"));
    }
}

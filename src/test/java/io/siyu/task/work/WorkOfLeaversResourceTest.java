package io.siyu.task.work;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.OpenTasks;
import io.siyu.support.TestShop;
import io.siyu.task.TaskKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.inject.Inject;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** What somebody leaves undone is the pool's; a role that the login does not give is none: staff1's gives staff. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class WorkOfLeaversResourceTest {
    @Inject
    OpenTasks tasks;

    @Inject
    Sql sql;

    @ParameterizedTest
    @ValueSource(strings = {"deactivated", "removed", "integration", "marketer"})
    void undoneWorkGoesToThePoolAndNobodyHoldsIt(String how) {
        TestShop shop = TestShop.create();
        String open = tasks.put(shop, TaskKind.ADD_FRIEND, shop.staff1Id());
        String held = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
        String heldOfPool = tasks.put(shop, TaskKind.GROUP, null);
        String heldByOther = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
        String done = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
        String others = tasks.put(shop, TaskKind.MOMENT, shop.staff2Id());
        claim("staff1", done);
        complete(done);
        claim("staff1", held);
        claim("staff1", heldOfPool);
        claim("marketer", heldByOther);
        claim("staff2", others);

        leave(shop, how);

        As.staff1()
                .get("/tasks/{id}", open)
                .then()
                .statusCode(how.equals("integration") || how.equals("marketer") ? 403 : 404);
        for (String free : List.of(open, held, heldOfPool)) {
            task(free)
                    .body("status", equalTo("OPEN"))
                    .body("assignee", nullValue())
                    .body("holder", nullValue())
                    .body("leaseUntil", nullValue());
        }
        task(heldByOther).body("status", equalTo("CLAIMED")).body("assignee", nullValue());
        task(done).body("status", equalTo("DONE")).body("assignee.id", equalTo(shop.staff1Id()));
        task(others).body("status", equalTo("CLAIMED")).body("holder.id", equalTo(shop.staff2Id()));
        claim("staff2", held);
        assertThat(history(shop, held)).contains("GIVEN_BACK", "HANDED_OVER");
    }

    @Test
    void moreThanOneBatchOfWorkIsFreed() {
        TestShop shop = TestShop.create();
        int many = 501;
        for (int i = 0; i < many; i++) {
            tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
        }
        leave(shop, "deactivated");
        assertThat(sql.list(
                        "SELECT id FROM task WHERE shop_id = ? AND assignee_staff_id IS NULL",
                        row -> row.longAt("id"),
                        Long.valueOf(shop.id())))
                .hasSize(many);
    }

    private List<String> history(TestShop shop, String task) {
        return sql.list(
                "SELECT type FROM task_event WHERE shop_id = ? AND task_id = ?",
                row -> row.textAt("type"),
                Long.valueOf(shop.id()),
                Long.valueOf(task));
    }

    private static void leave(TestShop shop, String how) {
        if (how.equals("removed")) {
            As.admin().delete("/staff/{id}", shop.staff1Id()).then().statusCode(204);
            return;
        }
        Map<String, Object> change =
                how.equals("deactivated") ? Map.of("active", false) : Map.of("roles", List.of(how));
        As.change(As.admin(), "/staff/{id}", change, shop.staff1Id());
    }

    private static io.restassured.response.ValidatableResponse task(String id) {
        return As.marketer().get("/tasks/{id}", id).then().statusCode(200);
    }

    private static void claim(String who, String task) {
        OpenTasks.claim(As.user(who), task);
    }

    private static void complete(String task) {
        OpenTasks.complete(As.staff1(), task, Map.of("result", Map.of("note", "done")));
    }
}

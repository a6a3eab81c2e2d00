package io.siyu.contract;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.siyu.platform.sql.Sql;
import io.siyu.support.Database;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks through every PUT and PATCH of the contract and says each twice: the second time nothing is written, neither a
 * row, nor a version, nor an audit event. Refusing it is as good.
 */
@QuarkusTest
@QuarkusTestResource(Database.class)
class UnchangedWalkTest {
    /** What the clock does meanwhile is written once; what the repeated request does, each time. */
    private static final int CHANCES = 3;

    /** For want of a thing in the right state; see their own tests. */
    private static final Set<String> NOT_ON_STAGE = Set.of(
            "PUT /campaigns/{campaign}/changes/{change}/withdrawal",
            "PUT /campaigns/{campaign}/retrospective/lessons",
            "PUT /follower-distributions/{id}/cancellation",
            "PUT /hook-deliveries/{id}/retry",
            "PUT /tasks/{task}/recipients/{follower}");

    @Inject
    Sql sql;

    @Test
    void whatIsSaidAgainChangesNothing() {
        FuzzContract contract = FuzzContract.served();
        FuzzClient client = new FuzzClient("http://localhost:" + RestAssured.port);
        FuzzStage stage = new FuzzStage(contract);
        long shop = Long.parseLong(stage.shop().id());
        Set<String> refused = new TreeSet<>();
        Map<String, String> written = new TreeMap<>();
        for (FuzzOperation operation : contract.operations()) {
            if (!List.of("PUT", "PATCH").contains(operation.method())) {
                continue;
            }
            FuzzCall call = stage.good(operation);
            FuzzAnswer first = client.send(call);
            if (first.isSuccess()) {
                String changes = changesByRepeating(client, call, shop);
                if (!changes.isEmpty()) {
                    written.put(operation.key(), changes);
                }
            } else {
                refused.add(operation.key());
            }
        }
        leave(shop);
        assertThat(written).isEmpty();
        assertThat(refused).isSubsetOf(NOT_ON_STAGE);
    }

    private String changesByRepeating(FuzzClient client, FuzzCall call, long shop) {
        String changes = "";
        for (int chance = 0; chance < CHANCES; chance++) {
            Map<String, String> before = picture(shop);
            FuzzAnswer again = client.send(call);
            assertThat(again.status()).as("%s again: %s", call.address(), again).isBetween(200, 499);
            Map<String, String> after = picture(shop);
            after.entrySet().removeAll(before.entrySet());
            if (after.isEmpty()) {
                return "";
            }
            changes = after.toString();
        }
        return changes;
    }

    /** Of each table with things of shops: how many rows the shop has in it, and their versions together. */
    private Map<String, String> picture(long shop) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Map<String, String> picture = new TreeMap<>();
            Set<String> versioned = Set.copyOf(tablesWith("version"));
            for (String table : tablesWith("shop_id")) {
                String versions = versioned.contains(table) ? "COALESCE(SUM(version), 0)" : "0";
                picture.put(
                        table,
                        sql.first(
                                        "SELECT COUNT(*) AS n, " + versions + " AS v FROM " + table
                                                + " WHERE shop_id = ?",
                                        row -> row.longAt("n") + " rows, versions " + row.longAt("v"),
                                        shop)
                                .orElseThrow());
            }
            picture.put(
                    "shop",
                    sql.first("SELECT version FROM shop WHERE id = ?", row -> "version " + row.longAt("version"), shop)
                            .orElseThrow());
            return picture;
        });
    }

    private List<String> tablesWith(String column) {
        return sql.list(
                "SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t"
                        + " ON t.table_schema = c.table_schema AND t.table_name = c.table_name"
                        + " WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE' AND c.column_name = ?",
                row -> row.textAt("name"),
                column);
    }

    /** So that no other test comes upon what is left in the shop. */
    private void leave(long shop) {
        QuarkusTransaction.requiringNew().run(() -> {
            sql.update("DELETE FROM membership WHERE shop_id = ?", shop);
            sql.update("DELETE FROM staff_invitation WHERE shop_id = ?", shop);
        });
    }
}

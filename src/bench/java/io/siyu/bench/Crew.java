package io.siyu.bench;

import io.siyu.support.Client;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Fifty people of a shop, each with an account, and the work that they find. */
final class Crew {
    static final int PEOPLE = 50;
    private static final long FIRST_ID = 600_000_000_000_000_000L;
    private static final long APART = 10_000_000_000L;

    private final Stage stage;
    private final String shop;
    private long filled;

    private Crew(Stage stage, String shop) {
        this.stage = stage;
        this.shop = shop;
    }

    static Crew hire(Stage stage) {
        Client client = stage.client();
        Crew crew = new Crew(stage, client.createShop("Bench"));
        for (int person = 2; person <= PEOPLE; person++) {
            String name = "staff" + person;
            client.post(
                    "admin",
                    "/shops/" + crew.shop + "/staff",
                    Map.of("username", name, "displayName", name, "roles", List.of("staff")));
        }
        for (String name : people()) {
            // Whoever comes for the first time is let in by that.
            client.get(name, "/tasks?mine=true&shop=" + crew.shop);
            client.post(
                    "admin",
                    "/shops/" + crew.shop + "/accounts",
                    Map.of(
                            "name",
                            name,
                            "kind",
                            "WECOM",
                            "ownerStaffId",
                            BigShop.staff(client, crew.shop, name),
                            "persona",
                            "-"));
        }
        return crew;
    }

    static List<String> people() {
        return IntStream.rangeClosed(1, PEOPLE).mapToObj(i -> "staff" + i).toList();
    }

    String shop() {
        return shop;
    }

    /**
     * Open tasks, one after another each one's own, or all of them in the pool.
     *
     * @return the first one's id, behind which come the others
     */
    long fill(int tasks, boolean isPool) throws SQLException {
        long first = FIRST_ID + APART * ++filled;
        try (Statement statement = stage.connection().createStatement()) {
            statement.executeUpdate(("INSERT INTO task (shop_id, id, kind, status, priority, occurrence, account_id,"
                            + " assignee_staff_id, opens_at, due_at, opened_at, title, copy_text, media)"
                            + " SELECT %1$s, %2$d + seq, 'GROUP', 'OPEN', 3, CONCAT('bench-', %2$d + seq), a.id, %3$s,"
                            + " UTC_TIMESTAMP(6) - INTERVAL 1 HOUR, UTC_TIMESTAMP(6) + INTERVAL seq SECOND,"
                            + " UTC_TIMESTAMP(6) - INTERVAL 1 HOUR, '发社群', '老朋友，新品到了，想看看吗', '[]'"
                            + " FROM seq_0_to_%4$d JOIN (SELECT id, owner_staff_id, ROW_NUMBER() OVER (ORDER BY id) - 1"
                            + " AS n FROM account WHERE shop_id = %1$s) a ON a.n = seq %% %5$d")
                    .formatted(shop, first, isPool ? "NULL" : "a.owner_staff_id", tasks - 1, PEOPLE));
            statement.execute("ANALYZE TABLE task");
        }
        return first;
    }
}

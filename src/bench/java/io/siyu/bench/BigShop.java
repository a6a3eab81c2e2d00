package io.siyu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.siyu.support.Client;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A shop with so many followers, spread evenly over its accounts and over all tiers of those who have bought. */
final class BigShop {
    static final int ACCOUNTS = 200;
    private static final long FIRST_ID = 500_000_000_000_000_000L;
    private static final long STEP = 4_194_304;

    private BigShop() {}

    /** @return its id */
    static String make(Stage stage, int followers) throws SQLException {
        String shop = stage.client().createShop("Bench");
        String owner = staff(stage.client(), shop, "staff1");
        for (int i = 0; i < ACCOUNTS; i++) {
            stage.client()
                    .post(
                            "admin",
                            "/shops/" + shop + "/accounts",
                            Map.of("name", "Bench " + i, "kind", "WECOM", "ownerStaffId", owner, "persona", "-"));
        }
        seed(stage, shop, followers);
        return shop;
    }

    /** The id of who goes by the name. */
    static String staff(Client client, String shop, String username) {
        for (JsonNode one :
                client.get("admin", "/shops/" + shop + "/staff?limit=200").get("items")) {
            if (one.get("username").asText().equals(username)) {
                return one.get("id").asText();
            }
        }
        throw new IllegalStateException("There is no " + username);
    }

    private static void seed(Stage stage, String shop, int followers) throws SQLException {
        try (Statement statement = stage.connection().createStatement()) {
            statement.executeUpdate(("INSERT INTO buyer (shop_id, id, platform_id, orders, purchase_days, first_day,"
                            + " last_day, net_spend, first_order_day, tier, tier_since, follows, name_enc, phone_enc,"
                            + " address_enc, contact_hash, contact_at, created_at, updated_at)"
                            + " SELECT %1$s, %2$d + seq * %3$d, CONCAT('bench', seq), 1, 1, '2026-01-01', '2026-01-01',"
                            + " 10, '2026-01-01', ELT(1 + seq DIV %5$d %% 6, 'VIP', 'LOYAL', 'ACTIVE', 'NEW',"
                            + " 'AT_RISK', 'LOST'), '2026-01-02', TRUE, REPEAT('n', 50), REPEAT('p', 45),"
                            + " REPEAT('a', 130), REPEAT('h', 32), NOW(6), NOW(6), NOW(6) FROM seq_0_to_%4$d")
                    .formatted(shop, FIRST_ID, STEP, followers - 1, ACCOUNTS));
            statement.executeUpdate(("INSERT INTO follower (shop_id, id, version, buyer_id, account_id, status, tier,"
                            + " assigned_day, invited_at, added_at, created_at, updated_at)"
                            + " SELECT b.shop_id, b.id, 0, b.id, a.id, 'ADDED', b.tier, '2026-01-02', NOW(6), NOW(6),"
                            + " NOW(6), NOW(6) FROM buyer b JOIN (SELECT id, ROW_NUMBER() OVER (ORDER BY id) - 1 AS n"
                            + " FROM account WHERE shop_id = %1$s) a ON a.n = (b.id - %2$d) DIV %3$d %% %4$d"
                            + " WHERE b.shop_id = %1$s ORDER BY b.id")
                    .formatted(shop, FIRST_ID, STEP, ACCOUNTS));
            statement.executeUpdate("INSERT INTO follower_count (shop_id, account_id, tier, status, followers)"
                    + " SELECT shop_id, account_id, tier, status, COUNT(*) FROM follower WHERE shop_id = " + shop
                    + " GROUP BY shop_id, account_id, tier, status");
            statement.executeUpdate("INSERT INTO tier_run (shop_id, run_no, day, valid_from, valid_until,"
                    + " policy_revision, cycle_basis, cycle_days, cycle_intervals, moved) VALUES (" + shop
                    + ", 1, '2020-01-01', '2020-01-01', '2100-01-01', 0, 'DEFAULT', 0, 0, 0) ON DUPLICATE KEY UPDATE"
                    + " valid_from = VALUES(valid_from), valid_until = VALUES(valid_until)");
            statement.execute("ANALYZE TABLE buyer, follower, follower_count, account");
        }
    }
}

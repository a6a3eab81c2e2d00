package io.siyu.it.kill;

import io.siyu.buyer.Tier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Candidates are given to accounts in the background, each once and with one task. */
final class DistributionWork extends LeasedWork {
    private final Replicas replicas;
    private final Rows rows;
    private final String shop;
    private final int followers;
    private String job;

    DistributionWork(Replicas replicas, Rows rows, String shop, int followers) {
        this.replicas = replicas;
        this.rows = rows;
        this.shop = shop;
        this.followers = followers;
    }

    @Override
    public String name() {
        return "follower distribution";
    }

    @Override
    public void prepare() {
        long candidates = rows.number("SELECT COUNT(*) FROM follower WHERE status = 'CANDIDATE' AND account_id IS NULL"
                + " AND shop_id = " + shop);
        if (candidates < followers) {
            throw new IllegalStateException("The stage has only " + candidates + " candidates left");
        }
    }

    /** The candidate who comes up in the middle is somebody else's until the fault has come. */
    @Override
    public void begin(int place) {
        String tiers =
                Arrays.stream(Tier.values()).map(tier -> "'" + tier + "'").collect(Collectors.joining(", "));
        long buyer = rows.number("SELECT b.id FROM follower f JOIN buyer b ON b.shop_id = f.shop_id AND b.id ="
                + " f.buyer_id WHERE f.status = 'CANDIDATE' AND f.account_id IS NULL AND f.shop_id = " + shop
                + " ORDER BY FIELD(f.tier, " + tiers + "), b.last_day DESC, f.id DESC LIMIT 1 OFFSET "
                + followers * 3 / 4);
        rows.hold("SELECT id FROM buyer WHERE shop_id = " + shop + " AND id = " + buyer);
        job = replicas.send(
                        place,
                        "marketer",
                        "POST",
                        "/shops/" + shop + "/follower-distributions",
                        Map.of("limit", followers),
                        null)
                .id();
    }

    @Override
    public boolean isInTheMiddle() {
        return rows.number("SELECT status = 'RUNNING' AND assigned > 0 AND assigned < " + followers
                        + " FROM follower_distribution WHERE id = " + job)
                == 1;
    }

    @Override
    public boolean isOver() {
        return !List.of("QUEUED", "RUNNING")
                .contains(rows.text("SELECT status FROM follower_distribution WHERE id = " + job));
    }

    @Override
    public List<String> flaws() {
        List<String> flaws = new ArrayList<>();
        long given = rows.number("SELECT assigned FROM follower_distribution WHERE id = " + job);
        if (given != followers) {
            flaws.add(given + " of " + followers + " were given");
        }
        String status = rows.text("SELECT status FROM follower_distribution WHERE id = " + job);
        if (!"DONE".equals(status)) {
            flaws.add("it ended as " + status);
        }
        long onAccounts =
                rows.number("SELECT COUNT(*) FROM follower WHERE account_id IS NOT NULL AND shop_id = " + shop);
        String tasks = " FROM task WHERE kind = 'ADD_FRIEND' AND shop_id = " + shop;
        if (rows.number("SELECT COUNT(*)" + tasks) != onAccounts
                || rows.number("SELECT COUNT(DISTINCT follower_id)" + tasks) != onAccounts) {
            flaws.add(onAccounts + " followers have accounts, but there are tasks "
                    + rows.number("SELECT COUNT(*)" + tasks));
        }
        if (rows.number("SELECT SUM(assigned) FROM account_add_day WHERE shop_id = " + shop) != onAccounts) {
            flaws.add("the accounts' days count something else");
        }
        return flaws;
    }

    @Override
    String owner() {
        return rows.text("SELECT lease_owner FROM follower_distribution WHERE id = " + job);
    }
}

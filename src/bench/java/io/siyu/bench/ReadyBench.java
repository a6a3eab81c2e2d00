package io.siyu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How fast a large shop's campaign becomes READY, with its audience fixed and everybody's work planned, next to the database
 * loading the very same rows; and how pleasant the service is to use meanwhile, for others and in the same shop.
 */
class ReadyBench {
    private static final int FOLLOWERS = Integer.getInteger("bench.followers", 1_000_000);
    private static final Duration IDLE = Duration.ofSeconds(15);

    @Test
    void becomesReadyNearlyAsFastAsTheDatabaseLoadsTheRows() throws SQLException {
        Figures figures = new Figures("ReadyBench, " + FOLLOWERS + " followers on " + BigShop.ACCOUNTS
                + " accounts and " + BigCampaign.POSTS + " posts, " + BigCampaign.PRIVATE_SLOTS + " of them private");
        try (Stage stage = new Stage("ready", false)) {
            String shop = BigShop.make(stage, FOLLOWERS);
            String own = TaskList.fill(stage.connection(), stage.client(), shop);
            String others = TaskList.fill(
                    stage.connection(), stage.client(), stage.client().createShop("Other"));
            BigCampaign campaign = BigCampaign.draft(stage, shop);
            figures.rate("the audience as it would be", FOLLOWERS, look(campaign));
            campaign.prepare();
            double ready = measureReady(stage, campaign, own, others, figures);
            figures.rate("the audience as it is fixed", FOLLOWERS, look(campaign));
            check(stage, shop, campaign);
            try (Responses elsewhere = new Responses(stage.client(), others);
                    Responses beside = new Responses(stage.client(), own)) {
                // As READY, while others are at work: alone the database would have the whole machine.
                measureLoad(stage, shop, campaign, ready, figures);
            }
            stage.heap().addTo(figures);
        }
        figures.print();
    }

    /** @return how many seconds it took to be told whom the campaign is for, which has to be everybody */
    private static double look(BigCampaign campaign) {
        long start = System.nanoTime();
        JsonNode audience = campaign.audience();
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(audience.get("states").get("included").asLong())
                .as(audience.get("states").toString())
                .isEqualTo(FOLLOWERS);
        return seconds;
    }

    private static double measureReady(Stage stage, BigCampaign campaign, String own, String others, Figures figures) {
        // The first looks find code that is not compiled yet.
        Responses.during(stage.client(), others, IDLE);
        Responses idle = Responses.during(stage.client(), others, IDLE);
        Responses elsewhere = new Responses(stage.client(), others);
        Responses beside = new Responses(stage.client(), own);
        double ready;
        try (elsewhere;
                beside) {
            ready = campaign.makeReady();
        }
        figures.add("task list with nothing else going on", idle.toString());
        figures.add("another shop's, while the campaign becomes READY", elsewhere.toString());
        figures.atMost("  its p95 in multiples of the idle one", elsewhere.percentile(95) / idle.percentile(95), 3.0);
        figures.add("the same shop's meanwhile", beside.toString());
        figures.atMost("  its p95 in multiples of the idle one", beside.percentile(95) / idle.percentile(95), 3.0);
        return ready;
    }

    /** Everybody is in it, gets one variant of each private message, and stands on one list for each. */
    private static void check(Stage stage, String shop, BigCampaign campaign) {
        String of = " WHERE shop_id = " + shop + " AND campaign_id = " + campaign.id();
        assertThat(stage.count("SELECT COUNT(*) FROM campaign_audience" + of + " AND state = 'INCLUDED'"))
                .isEqualTo(FOLLOWERS);
        assertThat(stage.count("SELECT COUNT(*) FROM campaign_audience" + of)).isEqualTo(FOLLOWERS);
        assertThat(stage.count("SELECT COUNT(*) FROM (SELECT follower_id FROM campaign_audience_variant" + of
                        + " GROUP BY follower_id HAVING COUNT(*) = " + BigCampaign.PRIVATE_SLOTS
                        + " AND COUNT(DISTINCT slot) = " + BigCampaign.PRIVATE_SLOTS + ") f"))
                .as("followers with one variant of each slot")
                .isEqualTo(FOLLOWERS);
        assertThat(stage.count("SELECT COUNT(*) FROM task" + of))
                .as("tasks")
                .isEqualTo((long) BigShop.ACCOUNTS * BigCampaign.POSTS);
        assertThat(stage.count("SELECT COUNT(DISTINCT account_id, post_id) FROM task" + of))
                .isEqualTo((long) BigShop.ACCOUNTS * BigCampaign.POSTS);
        assertThat(stage.count("SELECT COUNT(*) FROM task_recipient r JOIN task t ON t.shop_id = r.shop_id"
                        + " AND t.id = r.task_id JOIN follower f ON f.shop_id = r.shop_id AND f.id = r.follower_id"
                        + " AND f.account_id = t.account_id WHERE r.shop_id = " + shop + " AND t.campaign_id = "
                        + campaign.id()))
                .as("recipients, on the lists of their own accounts")
                .isEqualTo((long) FOLLOWERS * BigCampaign.PRIVATE_SLOTS);
    }

    private static void measureLoad(Stage stage, String shop, BigCampaign campaign, double ready, Figures figures)
            throws SQLException {
        String of = "shop_id = " + shop + " AND campaign_id = " + campaign.id();
        String ofTasks = "shop_id = " + shop + " AND task_id IN (SELECT id FROM task WHERE " + of + ")";
        SameRows same = new SameRows(stage.connection(), stage.folder());
        same.copy("campaign_audience", of);
        same.copy("campaign_audience_variant", of);
        same.copy("task", of);
        same.copy("task_event", ofTasks);
        same.copy("task_recipient", ofTasks);
        // The better of two, so that a slow moment of the machine does not flatter the service.
        double load = Math.min(same.load(), same.load());
        same.delete();
        figures.rate("LOAD DATA of the rows that READY wrote", same.count(), load);
        figures.rate("READY, from the request to its answer", same.count(), ready);
        figures.atLeast("  of LOAD DATA's rate", load / ready, 0.40);
    }
}

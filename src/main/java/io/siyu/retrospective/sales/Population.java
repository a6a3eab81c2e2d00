package io.siyu.retrospective.sales;

import io.siyu.platform.sql.SqlFragment;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Whose orders are a campaign's: those listed in its fixed audience; of a campaign that writes to nobody in private, all
 * followers of the accounts that it publishes on.
 */
public sealed interface Population {
    /** To be joined to orders {@code o}, and seen by its columns. */
    SqlFragment joined();

    /** {@code state}, {@code account_id} and {@code tier} of who ordered; state is null for anybody else. */
    String columns();

    /** Holds of the orders of these people only. */
    String matched();

    /** @param campaignId whose audience */
    record Fixed(long campaignId) implements Population {
        @Override
        public SqlFragment joined() {
            return SqlFragment.of(
                    " LEFT JOIN campaign_audience a ON a.shop_id = o.shop_id AND a.campaign_id = ?"
                            + " AND a.follower_id = o.buyer_id AND a.state IN ('INCLUDED', 'HELD_OUT')",
                    campaignId);
        }

        @Override
        public String columns() {
            return "a.state, a.account_id, a.tier";
        }

        @Override
        public String matched() {
            return "a.state IS NOT NULL";
        }
    }

    /**
     * @param accounts at least one
     * @param from who was a follower at any time from here on
     * @param until before
     */
    record OfAccounts(List<Long> accounts, Instant from, Instant until) implements Population {
        @Override
        public SqlFragment joined() {
            return SqlFragment.of(" LEFT JOIN follower a ON a.shop_id = o.shop_id AND a.id = o.buyer_id AND ")
                    .add(are());
        }

        /** Of followers {@code a}. */
        SqlFragment are() {
            return SqlFragment.named(
                    "a.account_id IN (:accounts) AND a.added_at < :until"
                            + " AND (a.status = 'ADDED' OR a.status = 'LOST' AND a.lost_at >= :from)",
                    Map.of("accounts", accounts, "from", from, "until", until));
        }

        @Override
        public String columns() {
            return "IF(a.id IS NULL, NULL, 'INCLUDED') AS state, a.account_id, a.tier";
        }

        @Override
        public String matched() {
            return "a.id IS NOT NULL";
        }
    }
}

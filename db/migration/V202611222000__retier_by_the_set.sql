-- Buyers are tiered by a few statements for thousands of them: a move is known by its run and its buyer, both of which
-- the database has, so that moves come in as one INSERT .. SELECT, in order, and can be read on from any of them.
ALTER TABLE buyer_tier_move
    CHANGE COLUMN id run_no BIGINT NOT NULL,
    DROP COLUMN created_at,
    DROP PRIMARY KEY,
    DROP KEY buyer_tier_move_buyer,
    ADD PRIMARY KEY (shop_id, run_no, buyer_id),
    ADD KEY buyer_tier_move_buyer (shop_id, buyer_id, run_no);

-- Every one of a follower's indexes is written for each new buyer and each move. Lists of a tier in any status are the
-- five statuses' lists side by side, and an account's load is a range of its list, so that two of them can go.
ALTER TABLE follower
    DROP KEY follower_list,
    DROP KEY follower_list_status,
    DROP KEY follower_account,
    DROP KEY follower_load,
    ADD KEY follower_list (shop_id, tier, status, id),
    ADD KEY follower_account (shop_id, account_id, status, tier, id);

-- The snapshot that a shop's tiers rest on: how many had purchased, and what they had spent at the percentiles asked for.
ALTER TABLE tier_run
    ADD COLUMN purchasing_buyers BIGINT NULL,
    ADD COLUMN spend_percentiles VARCHAR(2000) NULL;

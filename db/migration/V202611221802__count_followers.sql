-- How many followers there are, by account (0 for those on none), tier and status, kept by difference: lists with their
-- numbers are a few rows whatever the shop's size.
CREATE TABLE follower_count (
    shop_id    BIGINT      NOT NULL,
    account_id BIGINT      NOT NULL,
    tier       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    followers  BIGINT      NOT NULL,
    PRIMARY KEY (shop_id, account_id, tier, status)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO follower_count (shop_id, account_id, tier, status, followers)
SELECT shop_id, COALESCE(account_id, 0), tier, status, COUNT(*) FROM follower
GROUP BY shop_id, COALESCE(account_id, 0), tier, status;

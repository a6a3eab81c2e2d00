-- Buyers on accounts. tier and last_day are the buyer's, copied so that a list or a distribution is one range of one index.
CREATE TABLE follower (
    shop_id      BIGINT        NOT NULL,
    id           BIGINT        NOT NULL,
    version      INT           NOT NULL,
    buyer_id     BIGINT        NOT NULL,
    account_id   BIGINT        NULL,
    status       VARCHAR(16)   NOT NULL,
    tier         VARCHAR(16)   NOT NULL,
    last_day     DATE          NULL,
    remark       VARCHAR(500)  NULL,
    assigned_day DATE          NULL,
    invited_at   DATETIME(6)   NULL,
    added_at     DATETIME(6)   NULL,
    lost_at      DATETIME(6)   NULL,
    created_at   DATETIME(6)   NOT NULL,
    updated_at   DATETIME(6)   NOT NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY follower_buyer (shop_id, buyer_id),
    KEY follower_list (shop_id, tier, id),
    KEY follower_list_status (shop_id, tier, status, id),
    KEY follower_account (shop_id, account_id, tier, id),
    KEY follower_load (shop_id, account_id, status),
    KEY follower_pool (shop_id, status, account_id, tier, last_day)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Words that staff put on a follower, by which an audience can be chosen.
CREATE TABLE follower_tag (
    shop_id     BIGINT NOT NULL,
    follower_id BIGINT NOT NULL,
    tag         VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (shop_id, follower_id, tag),
    KEY follower_tag_tag (shop_id, tag, follower_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- How many followers an account was given on a day; also the lock that keeps two distributions from going over its limit.
CREATE TABLE account_add_day (
    shop_id    BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    day        DATE   NOT NULL,
    assigned   INT    NOT NULL,
    PRIMARY KEY (shop_id, account_id, day)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

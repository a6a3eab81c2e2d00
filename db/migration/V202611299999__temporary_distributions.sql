ALTER TABLE tier_run ADD COLUMN lease_until DATETIME(6) NULL;
CREATE TABLE follower_distribution (
    shop_id      BIGINT      NOT NULL,
    id           BIGINT      NOT NULL,
    status       VARCHAR(10) NOT NULL,
    active       TINYINT     NULL,
    request      TEXT        NOT NULL,
    requested_by BIGINT      NULL,
    total        INT         NULL,
    planned      INT         NOT NULL DEFAULT 0,
    done         INT         NOT NULL DEFAULT 0,
    assigned     INT         NOT NULL DEFAULT 0,
    no_room      INT         NOT NULL DEFAULT 0,
    gone         INT         NOT NULL DEFAULT 0,
    remaining    BIGINT      NOT NULL DEFAULT 0,
    cancelled    BOOLEAN     NOT NULL DEFAULT FALSE,
    attempts     INT         NOT NULL DEFAULT 0,
    created_at   DATETIME(6) NOT NULL,
    started_at   DATETIME(6) NULL,
    finished_at  DATETIME(6) NULL,
    lease_owner  VARCHAR(60) NULL,
    lease_until  DATETIME(6) NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY follower_distribution_active (shop_id, active),
    KEY follower_distribution_due (active, lease_until)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
CREATE TABLE follower_distribution_place (
    shop_id         BIGINT NOT NULL,
    distribution_id BIGINT NOT NULL,
    seq             INT    NOT NULL,
    follower_id     BIGINT NOT NULL,
    buyer_id        BIGINT NOT NULL,
    account_id      BIGINT NOT NULL,
    PRIMARY KEY (shop_id, distribution_id, seq)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
CREATE TABLE follower_distribution_share (
    shop_id         BIGINT NOT NULL,
    distribution_id BIGINT NOT NULL,
    account_id      BIGINT NOT NULL,
    assigned        INT    NOT NULL,
    capacity_left   INT    NOT NULL,
    daily_left      INT    NOT NULL,
    PRIMARY KEY (shop_id, distribution_id, account_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

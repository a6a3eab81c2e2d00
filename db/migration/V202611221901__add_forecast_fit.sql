-- Every fit of a shop's forecast model, kept with its parameters (weeks as the unit of time) and how well it did. A killed
-- one is found by its lapsed lease and goes on behind its checkpoint.
CREATE TABLE forecast_fit (
    shop_id          BIGINT       NOT NULL,
    id               BIGINT       NOT NULL,
    status           VARCHAR(10)  NOT NULL,
    as_of            DATE         NOT NULL,
    requested_by     VARCHAR(120) NULL,
    outcome          VARCHAR(20)  NULL,
    failure          VARCHAR(300) NULL,
    history_days     INT          NOT NULL DEFAULT 0,
    buyers           BIGINT       NOT NULL DEFAULT 0,
    repeat_buyers    BIGINT       NOT NULL DEFAULT 0,
    points           BIGINT       NOT NULL DEFAULT 0,
    r                DOUBLE       NULL,
    alpha            DOUBLE       NULL,
    a                DOUBLE       NULL,
    b                DOUBLE       NULL,
    log_likelihood   DOUBLE       NULL,
    spend_buyers     BIGINT       NOT NULL DEFAULT 0,
    spend_p          DOUBLE       NULL,
    spend_q          DOUBLE       NULL,
    spend_v          DOUBLE       NULL,
    quality          TEXT         NULL,
    checkpoint_buyer BIGINT       NOT NULL DEFAULT 0,
    buyers_done      BIGINT       NOT NULL DEFAULT 0,
    attempts         INT          NOT NULL DEFAULT 0,
    created_at       DATETIME(6)  NOT NULL,
    started_at       DATETIME(6)  NULL,
    finished_at      DATETIME(6)  NULL,
    PRIMARY KEY (shop_id, id),
    KEY forecast_fit_status (status, shop_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- One row a shop: from when until when its last nightly fit holds, and who fits it at the moment.
CREATE TABLE forecast_turn (
    shop_id     BIGINT      NOT NULL,
    valid_from  DATETIME(6) NOT NULL,
    valid_until DATETIME(6) NOT NULL,
    lease_owner VARCHAR(60) NULL,
    lease_until DATETIME(6) NULL,
    PRIMARY KEY (shop_id),
    KEY forecast_turn_until (valid_until, shop_id),
    KEY forecast_turn_from (valid_from, shop_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO forecast_turn (shop_id, valid_from, valid_until)
SELECT id, created_at, created_at FROM shop;

-- Who is due by the cycle, where there is too little data for a model.
CREATE INDEX buyer_due ON buyer (shop_id, due_day, id);

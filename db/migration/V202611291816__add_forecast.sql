-- Every fit of a shop's forecast models beside each other (weeks as the unit of time): all with their parameters and
-- how well each did, with the name of the one that holds, or the reason why none does. A killed one is found by its
-- lapsed lease and goes on behind its checkpoint.
CREATE TABLE IF NOT EXISTS forecast_fit (
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
    spend_buyers     BIGINT       NOT NULL DEFAULT 0,
    spend_p          DOUBLE       NULL,
    spend_q          DOUBLE       NULL,
    spend_v          DOUBLE       NULL,
    checkpoint_buyer BIGINT       NOT NULL DEFAULT 0,
    buyers_done      BIGINT       NOT NULL DEFAULT 0,
    attempts         INT          NOT NULL DEFAULT 0,
    created_at       DATETIME(6)  NOT NULL,
    started_at       DATETIME(6)  NULL,
    finished_at      DATETIME(6)  NULL,
    model            VARCHAR(10)  NULL,
    no_fit           VARCHAR(20)  NULL,
    tried            TEXT         NULL,
    PRIMARY KEY (shop_id, id),
    KEY forecast_fit_status (status, shop_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- One row a shop: from when until when its last nightly fit holds, and who fits it at the moment.
CREATE TABLE IF NOT EXISTS forecast_schedule (
    shop_id     BIGINT      NOT NULL,
    valid_from  DATETIME(6) NOT NULL,
    valid_until DATETIME(6) NOT NULL,
    lease_owner VARCHAR(60) NULL,
    lease_until DATETIME(6) NULL,
    PRIMARY KEY (shop_id),
    KEY forecast_schedule_until (valid_until, shop_id),
    KEY forecast_schedule_from (valid_from, shop_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What a shop's fitted model expects of each buyer, so that lists and filters need not calculate it. spend is the
-- expected net amount of a purchase day; next_* are null when the buyer practically never comes again.
CREATE TABLE IF NOT EXISTS buyer_forecast (
    shop_id     BIGINT         NOT NULL,
    buyer_id    BIGINT         NOT NULL,
    alive       DOUBLE         NOT NULL,
    purchases30 DOUBLE         NOT NULL,
    purchases90 DOUBLE         NOT NULL,
    next_day    DATE           NULL,
    next_from   DATE           NULL,
    next_to     DATE           NULL,
    spend       DECIMAL(18, 2) NULL,
    -- When to talk to the buyer: the model's next day or the own cycle's, whichever comes first.
    due_day     DATE           NULL,
    PRIMARY KEY (shop_id, buyer_id),
    -- Who is due, soonest first and of one day the most valuable first.
    KEY buyer_forecast_due (shop_id, due_day, spend DESC, buyer_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

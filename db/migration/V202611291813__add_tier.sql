-- A shop's own tier rules, every version kept; without a row the standard policy holds.
CREATE TABLE IF NOT EXISTS tier_policy (
    shop_id    BIGINT       NOT NULL,
    revision   INT          NOT NULL,
    rules      TEXT         NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    changed_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (shop_id, revision)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- As of which day a shop's tiers stand. Before valid_from or from valid_until on they are to be worked out again;
-- run_no tells a run that a newer one has taken over.
CREATE TABLE IF NOT EXISTS tier_run (
    shop_id           BIGINT        NOT NULL,
    run_no            BIGINT        NOT NULL,
    day               DATE          NOT NULL,
    valid_from        DATETIME(6)   NOT NULL,
    valid_until       DATETIME(6)   NOT NULL,
    policy_revision   INT           NOT NULL,
    cycle_basis       VARCHAR(10)   NOT NULL,
    cycle_days        BIGINT        NOT NULL,
    cycle_intervals   BIGINT        NOT NULL,
    moved             INT           NOT NULL,
    finished_at       DATETIME(6)   NULL,
    -- By the database's clock, of the run that is under way, which is known by its number.
    lease_owner       VARCHAR(60)   NULL,
    lease_until       DATETIME(6)   NULL,
    -- The snapshot that the tiers rest on: how many had purchased, and what they had spent at the percentiles asked
    -- for.
    purchasing_buyers BIGINT        NULL,
    spend_percentiles VARCHAR(2000) NULL,
    PRIMARY KEY (shop_id),
    KEY tier_run_until (valid_until, shop_id),
    KEY tier_run_from (valid_from, shop_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Every move of a buyer between tiers, with the figures that decided; the first one comes from nowhere. A move is known
-- by its run and its buyer, both of which the database has, so that moves come in as one INSERT .. SELECT and can be
-- read on from any of them.
CREATE TABLE IF NOT EXISTS buyer_tier_move (
    shop_id   BIGINT       NOT NULL,
    run_no    BIGINT       NOT NULL,
    buyer_id  BIGINT       NOT NULL,
    from_tier VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    to_tier   VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    day       DATE         NOT NULL,
    reason    VARCHAR(200) NOT NULL,
    PRIMARY KEY (shop_id, run_no, buyer_id),
    KEY buyer_tier_move_buyer (shop_id, buyer_id, run_no)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Where recency, frequency and money of a shop's buyers part into fifths as of a day: a buyer's scores follow from these
-- and the buyer's own sums, so that no score is stored, let alone kept in step, for each of them.
CREATE TABLE IF NOT EXISTS rfm_scale (
    shop_id BIGINT         NOT NULL,
    day     DATE           NOT NULL,
    buyers  BIGINT         NOT NULL,
    r1      DATE           NOT NULL,
    r2      DATE           NOT NULL,
    r3      DATE           NOT NULL,
    r4      DATE           NOT NULL,
    f1      INT            NOT NULL,
    f2      INT            NOT NULL,
    f3      INT            NOT NULL,
    f4      INT            NOT NULL,
    m1      DECIMAL(18, 2) NOT NULL,
    m2      DECIMAL(18, 2) NOT NULL,
    m3      DECIMAL(18, 2) NOT NULL,
    m4      DECIMAL(18, 2) NOT NULL,
    PRIMARY KEY (shop_id, day)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

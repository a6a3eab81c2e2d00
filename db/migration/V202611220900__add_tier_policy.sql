-- A shop's own tier rules, every version kept; without a row the standard policy holds.
CREATE TABLE tier_policy (
    shop_id    BIGINT       NOT NULL,
    revision   INT          NOT NULL,
    rules      TEXT         NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    changed_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (shop_id, revision)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- As of which day a shop's tiers stand. Before valid_from or from valid_until on they are to be worked out again;
-- run_no tells a run that a newer one has taken over.
CREATE TABLE tier_run (
    shop_id         BIGINT      NOT NULL,
    run_no          BIGINT      NOT NULL,
    day             DATE        NOT NULL,
    valid_from      DATETIME(6) NOT NULL,
    valid_until     DATETIME(6) NOT NULL,
    policy_revision INT         NOT NULL,
    cycle_basis     VARCHAR(10) NOT NULL,
    cycle_days      BIGINT      NOT NULL,
    cycle_intervals BIGINT      NOT NULL,
    moved           INT         NOT NULL,
    finished_at     DATETIME(6) NULL,
    PRIMARY KEY (shop_id),
    KEY tier_run_until (valid_until, shop_id),
    KEY tier_run_from (valid_from, shop_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Every move of a buyer between tiers, with the figures that decided; the first one comes from nowhere.
CREATE TABLE buyer_tier_move (
    shop_id    BIGINT       NOT NULL,
    id         BIGINT       NOT NULL,
    buyer_id   BIGINT       NOT NULL,
    from_tier  VARCHAR(16)  NULL,
    to_tier    VARCHAR(16)  NOT NULL,
    day        DATE         NOT NULL,
    reason     VARCHAR(200) NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (shop_id, id),
    KEY buyer_tier_move_buyer (shop_id, buyer_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Plans that were accepted: by which values, from which cycle, and what they did to the drafts. The number counts a
-- shop's plans, so that of two who accept at once only one does.
CREATE TABLE accepted_plan (
    shop_id         BIGINT        NOT NULL,
    id              BIGINT        NOT NULL,
    version         INT           NOT NULL,
    plan_no         INT           NOT NULL,
    from_day        DATE          NOT NULL,
    to_day          DATE          NOT NULL,
    anchor_day      DATE          NOT NULL,
    nodes           VARCHAR(500)  NOT NULL,
    scope           VARCHAR(10)   NOT NULL,
    factor          DECIMAL(6, 4) NOT NULL,
    ladder          VARCHAR(2000) NOT NULL,
    cadence_days    INT           NOT NULL,
    -- How the days came about: by factor and ladder, or given.
    cadence_reason  VARCHAR(20)   NOT NULL,
    basis           VARCHAR(10)   NOT NULL,
    -- The mean cycle as the exact fraction days / intervals.
    cycle_days      BIGINT        NOT NULL,
    cycle_intervals BIGINT        NOT NULL,
    confidence      VARCHAR(10)   NOT NULL,
    created_drafts  INT           NOT NULL,
    kept_drafts     INT           NOT NULL,
    moved_drafts    INT           NOT NULL,
    removed_drafts  INT           NOT NULL,
    accepted_by     VARCHAR(120)  NOT NULL,
    accepted_at     DATETIME(6)   NOT NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY accepted_plan_no (shop_id, plan_no)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

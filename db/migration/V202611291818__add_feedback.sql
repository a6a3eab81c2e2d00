-- What staff heard or hit, and who answers for it.
CREATE TABLE IF NOT EXISTS feedback (
    shop_id            BIGINT        NOT NULL,
    id                 BIGINT        NOT NULL,
    version            INT           NOT NULL DEFAULT 0,
    kind               VARCHAR(40)   NOT NULL,
    text               TEXT          NOT NULL,
    status             VARCHAR(16)   NOT NULL,
    outcome            VARCHAR(20)   NULL,
    reason             VARCHAR(500)  NULL,
    answer             VARCHAR(2000) NULL,
    note               VARCHAR(2000) NULL,
    pictures           VARCHAR(200)  NULL,
    task_id            BIGINT        NULL,
    script_id          BIGINT        NULL,
    follower_id        BIGINT        NULL,
    campaign_id        BIGINT        NULL,
    order_id           BIGINT        NULL,
    product            VARCHAR(120)  NULL,
    action_script_id   BIGINT        NULL,
    action_script_version INT        NULL,
    action_material_id BIGINT        NULL,
    action_campaign_id BIGINT        NULL,
    reporter_staff_id  BIGINT        NOT NULL,
    owner_staff_id     BIGINT        NULL,
    due_at             DATETIME(6)   NOT NULL,
    reported_at        DATETIME(6)   NOT NULL,
    triaged_at         DATETIME(6)   NULL,
    actioned_at        DATETIME(6)   NULL,
    confirmed_at       DATETIME(6)   NULL,
    loop_minutes       INT           NULL,
    reopened           INT           NOT NULL DEFAULT 0,
    PRIMARY KEY (shop_id, id),
    KEY feedback_reporter (shop_id, reporter_staff_id, id),
    KEY feedback_owner (shop_id, owner_staff_id, id),
    KEY feedback_status (shop_id, status, id),
    -- A retrospective asks for the feedback of its campaign.
    KEY feedback_campaign (shop_id, campaign_id),
    -- What was reported about a person is found when the person asks for it or is erased.
    KEY feedback_follower (shop_id, follower_id),
    -- Similar ones are looked for among those about the same thing.
    KEY feedback_task (shop_id, task_id),
    KEY feedback_script (shop_id, script_id),
    KEY feedback_order (shop_id, order_id),
    KEY feedback_product (shop_id, product),
    -- The board counts what is overdue, and reads how long loops took that were closed within some days.
    KEY feedback_due (shop_id, status, due_at),
    KEY feedback_confirmed (shop_id, confirmed_at, loop_minutes)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Every step of what came of a feedback.
CREATE TABLE IF NOT EXISTS feedback_event (
    shop_id     BIGINT        NOT NULL,
    id          BIGINT        NOT NULL,
    feedback_id BIGINT        NOT NULL,
    from_status VARCHAR(16)   NULL,
    to_status   VARCHAR(16)   NOT NULL,
    at          DATETIME(6)   NOT NULL,
    by_staff_id BIGINT        NOT NULL,
    -- Who answers for it since.
    owner_staff_id BIGINT     NULL,
    note        VARCHAR(2000) NULL,
    PRIMARY KEY (shop_id, id),
    KEY feedback_event_of (shop_id, feedback_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- How many there are in each status, kept by difference: the board counts nothing.
CREATE TABLE IF NOT EXISTS feedback_count (
    shop_id   BIGINT      NOT NULL,
    status    VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    feedbacks BIGINT      NOT NULL,
    PRIMARY KEY (shop_id, status)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

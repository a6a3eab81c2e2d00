-- Campaigns of a few days, their posts, and who agreed to what on the way to READY.
CREATE TABLE IF NOT EXISTS campaign (
    shop_id          BIGINT         NOT NULL,
    id               BIGINT         NOT NULL,
    version          INT            NOT NULL,
    name             VARCHAR(120)   NOT NULL,
    start_day        DATE           NOT NULL,
    days             INT            NOT NULL,
    starts_at        DATETIME(6)    NOT NULL,
    ends_at          DATETIME(6)    NOT NULL,
    mechanic         VARCHAR(20)    NULL,
    offer            VARCHAR(500)   NULL,
    audience         TEXT           NOT NULL,
    holdout_percent  INT            NOT NULL,
    -- Of two campaigns that want one follower on one day, the one with more keeps him.
    priority         INT            NOT NULL,
    sales_target     DECIMAL(14, 2) NULL,
    status           VARCHAR(12)    NOT NULL,
    -- Counts edits; what followers would see or get is counted apart, for approvals are of that.
    revision         INT            NOT NULL,
    content_revision INT            NOT NULL,
    -- Under way, the latest content revision waits for its approvals.
    change_proposed  BOOLEAN        NOT NULL,
    missed_start     BOOLEAN        NOT NULL,
    -- When the clock has something to do with it next: only these rows are looked at every second.
    clock_at         DATETIME(6)    NULL,
    source           VARCHAR(10)    NULL,
    node             VARCHAR(40)    NULL,
    -- The start of its window while it is a planned draft that nobody has touched: two plans make it once.
    planned_day      DATE           NULL,
    -- Which version of which playbook filled its days.
    playbook         VARCHAR(45)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    playbook_version INT            NULL,
    lessons          TEXT           NULL,
    -- Which earlier one it repeats, and what that one taught.
    repeats_campaign_id BIGINT      NULL,
    carried_lessons  TEXT           NULL,
    created_by       VARCHAR(120)   NOT NULL,
    created_at       DATETIME(6)    NOT NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY campaign_planned (shop_id, planned_day),
    KEY campaign_start (shop_id, start_day),
    KEY campaign_clock (shop_id, clock_at),
    KEY campaign_status (shop_id, status),
    KEY campaign_repeats (shop_id, repeats_campaign_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- A post of a campaign, or without one a daily post. Removed ones stay: tasks may have been made of them.
CREATE TABLE IF NOT EXISTS campaign_post (
    shop_id             BIGINT      NOT NULL,
    id                  BIGINT      NOT NULL,
    version             INT         NOT NULL,
    campaign_id         BIGINT      NULL,
    day_no              INT         NULL,
    post_day            DATE        NOT NULL,
    minute_of_day       INT         NOT NULL,
    kind                VARCHAR(10) NOT NULL,
    visible_to          VARCHAR(60) NULL,
    line                VARCHAR(12) NULL,
    script_id           BIGINT      NULL,
    -- The version that it keeps, whatever is written into the script afterwards.
    script_version      INT         NULL,
    mentions            TEXT        NOT NULL,
    -- What is sent in private to who answers it, and its version.
    follow_up_script_id BIGINT      NULL,
    follow_up_version   INT         NULL,
    audience            TEXT        NOT NULL,
    -- Private messages of one slot are variants of each other, of which a follower gets one.
    slot                VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    variant             VARCHAR(300) NULL,
    playbook_key        VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    removed             BOOLEAN     NOT NULL,
    created_at          DATETIME(6) NOT NULL,
    PRIMARY KEY (shop_id, id),
    KEY campaign_post_campaign (shop_id, campaign_id),
    KEY campaign_post_day (shop_id, post_day),
    KEY campaign_post_script (shop_id, script_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- A shop's own ways to fill a campaign's days, the newest version of each.
CREATE TABLE IF NOT EXISTS playbook (
    shop_id         BIGINT       NOT NULL,
    id              BIGINT       NOT NULL,
    version         INT          NOT NULL,
    playbook_key    VARCHAR(45)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    name            VARCHAR(120) NOT NULL,
    content_version INT          NOT NULL,
    content         MEDIUMTEXT   NOT NULL,
    created_by      VARCHAR(120) NOT NULL,
    created_at      DATETIME(6)  NOT NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY playbook_key (shop_id, playbook_key)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- All versions of them: a campaign says which one filled it.
CREATE TABLE IF NOT EXISTS playbook_version (
    shop_id     BIGINT       NOT NULL,
    id          BIGINT       NOT NULL,
    version     INT          NOT NULL,
    playbook_id BIGINT       NOT NULL,
    number      INT          NOT NULL,
    content     MEDIUMTEXT   NOT NULL,
    written_by  VARCHAR(120) NOT NULL,
    written_at  DATETIME(6)  NOT NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY playbook_version_number (shop_id, playbook_id, number)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What is posted from day to day, and of which days the occurrences are made.
CREATE TABLE IF NOT EXISTS daily_plan (
    shop_id        BIGINT       NOT NULL,
    id             BIGINT       NOT NULL,
    version        INT          NOT NULL,
    name           VARCHAR(120) NOT NULL,
    from_day       DATE         NOT NULL,
    to_day         DATE         NULL,
    rhythm         MEDIUMTEXT   NOT NULL,
    status         VARCHAR(10)  NOT NULL,
    -- Counts edits; the version counts what the clock does too.
    revision       INT          NOT NULL,
    in_force_since DATETIME(6)  NOT NULL,
    made_through   DATE         NOT NULL,
    -- When more occurrences are to be made: only these rows are looked at every second.
    due_at         DATETIME(6)  NULL,
    created_by     VARCHAR(120) NOT NULL,
    created_at     DATETIME(6)  NOT NULL,
    PRIMARY KEY (shop_id, id),
    KEY daily_plan_due (shop_id, due_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- A time of a daily plan, once, and what became of it.
CREATE TABLE IF NOT EXISTS daily_occurrence (
    shop_id        BIGINT        NOT NULL,
    id             BIGINT        NOT NULL,
    version        INT           NOT NULL,
    plan_id        BIGINT        NOT NULL,
    occurrence_day DATE          NOT NULL,
    minute_of_day  INT           NOT NULL,
    state          VARCHAR(12)   NOT NULL,
    reason         VARCHAR(20)   NULL,
    detail         VARCHAR(1000) NULL,
    post_id        BIGINT        NULL,
    line           VARCHAR(12)   NULL,
    script_id      BIGINT        NULL,
    touched_by     VARCHAR(120)  NULL,
    changed_at     DATETIME(6)   NOT NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY daily_occurrence_once (shop_id, plan_id, occurrence_day, minute_of_day),
    KEY daily_occurrence_post (shop_id, post_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Every change of status: who, why, and which gates an admin overrode. The clock has no staff id.
CREATE TABLE IF NOT EXISTS campaign_transition (
    shop_id     BIGINT        NOT NULL,
    id          BIGINT        NOT NULL,
    campaign_id BIGINT        NOT NULL,
    from_status VARCHAR(12)   NOT NULL,
    to_status   VARCHAR(12)   NOT NULL,
    revision    INT           NOT NULL,
    staff_id    BIGINT        NULL,
    moved_by    VARCHAR(120)  NOT NULL,
    moved_at    DATETIME(6)   NOT NULL,
    reason      VARCHAR(1000) NULL,
    overridden  TEXT          NOT NULL,
    PRIMARY KEY (shop_id, id),
    KEY campaign_transition_campaign (shop_id, campaign_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What is to change in a campaign that is under way, with what each post was before; a content revision of its own.
CREATE TABLE IF NOT EXISTS campaign_change (
    shop_id          BIGINT        NOT NULL,
    id               BIGINT        NOT NULL,
    version          INT           NOT NULL,
    campaign_id      BIGINT        NOT NULL,
    content_revision INT           NOT NULL,
    status           VARCHAR(10)   NOT NULL,
    reason           VARCHAR(1000) NOT NULL,
    overridden       BOOLEAN       NOT NULL,
    posts            MEDIUMTEXT    NOT NULL,
    proposed_by      VARCHAR(120)  NOT NULL,
    proposed_at      DATETIME(6)   NOT NULL,
    settled_by       VARCHAR(120)  NULL,
    settled_at       DATETIME(6)   NULL,
    settled_reason   VARCHAR(1000) NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY campaign_change_revision (shop_id, campaign_id, content_revision)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What each reviewer decided on which content revision.
CREATE TABLE IF NOT EXISTS campaign_review (
    shop_id     BIGINT        NOT NULL,
    id          BIGINT        NOT NULL,
    version     INT           NOT NULL,
    campaign_id BIGINT        NOT NULL,
    revision    INT           NOT NULL,
    content_revision INT      NOT NULL,
    staff_id    BIGINT        NOT NULL,
    reviewer    VARCHAR(120)  NOT NULL,
    decision    VARCHAR(20)   NOT NULL,
    note        VARCHAR(1000) NULL,
    reviewed_at DATETIME(6)   NOT NULL,
    PRIMARY KEY (shop_id, id),
    KEY campaign_review_campaign (shop_id, campaign_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What somebody has against a revision, and how it was resolved: before READY an open one blocks.
CREATE TABLE IF NOT EXISTS campaign_objection (
    shop_id     BIGINT        NOT NULL,
    id          BIGINT        NOT NULL,
    version     INT           NOT NULL,
    campaign_id BIGINT        NOT NULL,
    revision    INT           NOT NULL,
    staff_id    BIGINT        NOT NULL,
    raised_by   VARCHAR(120)  NOT NULL,
    raised_at   DATETIME(6)   NOT NULL,
    text        VARCHAR(2000) NOT NULL,
    resolution  VARCHAR(2000) NULL,
    resolved_by VARCHAR(120)  NULL,
    resolved_at DATETIME(6)   NULL,
    PRIMARY KEY (shop_id, id),
    KEY campaign_objection_campaign (shop_id, campaign_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What has to be ready before a campaign is, item by item: whose it is, and how many days before day one it is due.
CREATE TABLE IF NOT EXISTS campaign_preparation (
    shop_id        BIGINT        NOT NULL,
    id             BIGINT        NOT NULL,
    version        INT           NOT NULL,
    campaign_id    BIGINT        NOT NULL,
    item           VARCHAR(10)   NOT NULL,
    owner_staff_id BIGINT        NOT NULL,
    lead_days      INT           NOT NULL,
    state          VARCHAR(12)   NOT NULL,
    note           VARCHAR(1000) NULL,
    reason         VARCHAR(1000) NULL,
    settled_at     DATETIME(6)   NULL,
    changed_by     VARCHAR(120)  NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY campaign_preparation_item (shop_id, campaign_id, item)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Rounds in which a campaign was explained to those who carry it out, and what it was then.
CREATE TABLE IF NOT EXISTS campaign_briefing (
    shop_id          BIGINT       NOT NULL,
    id               BIGINT       NOT NULL,
    version          INT          NOT NULL,
    campaign_id      BIGINT       NOT NULL,
    round_no         INT          NOT NULL,
    content_revision INT          NOT NULL,
    agenda           TEXT         NOT NULL,
    held_by          VARCHAR(120) NOT NULL,
    held_at          DATETIME(6)  NOT NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY campaign_briefing_round (shop_id, campaign_id, round_no)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What was asked in a round, and the answer.
CREATE TABLE IF NOT EXISTS briefing_question (
    shop_id     BIGINT        NOT NULL,
    id          BIGINT        NOT NULL,
    version     INT           NOT NULL,
    campaign_id BIGINT        NOT NULL,
    round_no    INT           NOT NULL,
    staff_id    BIGINT        NOT NULL,
    asked_by    VARCHAR(120)  NOT NULL,
    asked_at    DATETIME(6)   NOT NULL,
    text        VARCHAR(1000) NOT NULL,
    answer      VARCHAR(1000) NULL,
    answered_by VARCHAR(120)  NULL,
    answered_at DATETIME(6)   NULL,
    PRIMARY KEY (shop_id, id),
    KEY briefing_question_campaign (shop_id, campaign_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Who has understood a round of briefing: once each.
CREATE TABLE IF NOT EXISTS briefing_acknowledgement (
    shop_id         BIGINT       NOT NULL,
    id              BIGINT       NOT NULL,
    version         INT          NOT NULL,
    campaign_id     BIGINT       NOT NULL,
    round_no        INT          NOT NULL,
    staff_id        BIGINT       NOT NULL,
    acknowledged_by VARCHAR(120) NOT NULL,
    acknowledged_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY briefing_acknowledgement_once (shop_id, campaign_id, round_no, staff_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- All that its followers would see or get, as each content revision of a campaign had it.
CREATE TABLE IF NOT EXISTS campaign_revision (
    shop_id     BIGINT       NOT NULL,
    id          BIGINT       NOT NULL,
    campaign_id BIGINT       NOT NULL,
    number      INT          NOT NULL,
    content     MEDIUMTEXT   NOT NULL,
    made_by     VARCHAR(120) NOT NULL,
    made_at     DATETIME(6)  NOT NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY campaign_revision_number (shop_id, campaign_id, number)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What was said about a campaign, a post of it, or a line of that.
CREATE TABLE IF NOT EXISTS campaign_comment (
    shop_id     BIGINT        NOT NULL,
    id          BIGINT        NOT NULL,
    version     INT           NOT NULL,
    campaign_id BIGINT        NOT NULL,
    post_id     BIGINT        NULL,
    line_no     INT           NULL,
    staff_id    BIGINT        NOT NULL,
    written_by  VARCHAR(120)  NOT NULL,
    written_at  DATETIME(6)   NOT NULL,
    text        VARCHAR(2000) NOT NULL,
    PRIMARY KEY (shop_id, id),
    KEY campaign_comment_campaign (shop_id, campaign_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The timeline: all that happened to a campaign, in one history. The clock has no staff id.
CREATE TABLE IF NOT EXISTS campaign_event (
    shop_id          BIGINT        NOT NULL,
    id               BIGINT        NOT NULL,
    campaign_id      BIGINT        NOT NULL,
    kind             VARCHAR(12)   NOT NULL,
    subject          VARCHAR(40)   NULL,
    outcome          VARCHAR(20)   NULL,
    text             VARCHAR(2000) NULL,
    content_revision INT           NOT NULL,
    staff_id         BIGINT        NULL,
    done_by          VARCHAR(120)  NOT NULL,
    happened_at      DATETIME(6)   NOT NULL,
    PRIMARY KEY (shop_id, id),
    KEY campaign_event_campaign (shop_id, campaign_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Plans that were accepted: by which values, from which cycle, and what they did to the drafts. The number counts a
-- shop's plans, so that of two who accept at once only one does.
CREATE TABLE IF NOT EXISTS accepted_plan (
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

-- Tasks: one a post, account and occurrence, whatever restarts or repeats; of what is no post, one a kind, subject and
-- occurrence. The kind says what the subject is: a campaign, a feedback, or the task that this one follows.
CREATE TABLE IF NOT EXISTS task (
    shop_id            BIGINT       NOT NULL,
    id                 BIGINT       NOT NULL,
    version            INT          NOT NULL DEFAULT 0,
    kind               VARCHAR(16)  NOT NULL,
    status             VARCHAR(16)  NOT NULL,
    priority           INT          NOT NULL,
    campaign_id        BIGINT       NULL,
    campaign_day       INT          NULL,
    post_id            BIGINT       NULL,
    account_id         BIGINT       NULL,
    follower_id        BIGINT       NULL,
    subject_id         BIGINT       NULL,
    occurrence         VARCHAR(32)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    assignee_staff_id  BIGINT       NULL,
    meant_for_staff_id BIGINT       NULL,
    holder_staff_id    BIGINT       NULL,
    claimed_at         DATETIME(6)  NULL,
    lease_until        DATETIME(6)  NULL,
    opens_at           DATETIME(6)  NOT NULL,
    due_at             DATETIME(6)  NOT NULL,
    valid_until        DATETIME(6)  NULL,
    opened_at          DATETIME(6)  NULL,
    wait_limit         VARCHAR(20)  NULL,
    wait_since         DATETIME(6)  NULL,
    wait_until         DATETIME(6)  NULL,
    snoozed_until      DATETIME(6)  NULL,
    wake_at            DATETIME(6)  NULL,
    changed_at         DATETIME(6)  NULL,
    change_note        VARCHAR(500) NULL,
    closed_at          DATETIME(6)  NULL,
    closed_by_staff_id BIGINT       NULL,
    reason             VARCHAR(500) NULL,
    reason_code        VARCHAR(20)  NULL,
    result             TEXT         NULL,
    completion_key     CHAR(64)     NULL,
    title              VARCHAR(255) NULL,
    visible_to         VARCHAR(60)  NULL,
    script_id          BIGINT       NULL,
    script_version     INT          NULL,
    copy_text          TEXT         NULL,
    first_comment      TEXT         NULL,
    staff_notes        TEXT         NULL,
    media              TEXT         NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY task_post (shop_id, post_id, account_id, occurrence),
    UNIQUE KEY task_follower (shop_id, follower_id, occurrence),
    UNIQUE KEY task_subject (shop_id, subject_id, kind, occurrence),
    KEY task_wake (shop_id, wake_at),
    KEY task_queue (shop_id, status, due_at, priority, id),
    KEY task_assignee (shop_id, assignee_staff_id, status, due_at, priority, id),
    KEY task_holder (shop_id, holder_staff_id, status, due_at, priority, id),
    KEY task_meant_for (shop_id, meant_for_staff_id, status),
    KEY task_account (shop_id, account_id, opens_at),
    KEY task_account_queue (shop_id, account_id, status, due_at, priority, id),
    KEY task_campaign (shop_id, campaign_id, status, due_at, priority, id),
    KEY task_script (shop_id, script_id, status)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Whom a task reaches. contact_day is set while the message is planned or sent, and contact_no counts from 0 those of a
-- follower and day: by this key nobody is planned more private messages a day than the shop's limit allows. state is how far it got, outcome what was reported of it last, state_at the device's time of that.
CREATE TABLE IF NOT EXISTS task_recipient (
    shop_id     BIGINT       NOT NULL,
    task_id     BIGINT       NOT NULL,
    follower_id BIGINT       NOT NULL,
    buyer_id    BIGINT       NOT NULL,
    tier        VARCHAR(16)  NOT NULL,
    state       VARCHAR(16)  NOT NULL,
    note        VARCHAR(500) NULL,
    state_at    DATETIME(6)  NULL,
    outcome     VARCHAR(10)  NULL,
    reported_by BIGINT       NULL,
    reported_at DATETIME(6)  NULL,
    replied_at  DATETIME(6)  NULL,
    bought_at   DATETIME(6)  NULL,
    contact_day DATE         NULL,
    contact_no  TINYINT      NOT NULL DEFAULT 0,
    PRIMARY KEY (shop_id, task_id, follower_id),
    UNIQUE KEY task_recipient_contact (shop_id, follower_id, contact_day, contact_no)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What somebody who left had to do, and who had it before, so that it goes back if the departure is undone.
CREATE TABLE IF NOT EXISTS task_taken_over (
    shop_id            BIGINT NOT NULL,
    leaver_staff_id    BIGINT NOT NULL,
    task_id            BIGINT NOT NULL,
    assignee_staff_id  BIGINT NULL,
    meant_for_staff_id BIGINT NULL,
    PRIMARY KEY (shop_id, leaver_staff_id, task_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Every step of a task and who took it: kept beside it, so that it stays when the task has moved on.
CREATE TABLE IF NOT EXISTS task_event (
    shop_id           BIGINT       NOT NULL,
    id                BIGINT       NOT NULL,
    task_id           BIGINT       NOT NULL,
    type              VARCHAR(16)  NOT NULL,
    from_status       VARCHAR(16)  NULL,
    to_status         VARCHAR(16)  NOT NULL,
    at                DATETIME(6)  NOT NULL,
    by_staff_id       BIGINT       NULL,
    assignee_staff_id BIGINT       NULL,
    other_staff_id    BIGINT       NULL,
    detail            VARCHAR(500) NULL,
    PRIMARY KEY (shop_id, id),
    KEY task_event_of (shop_id, task_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Private messages by days since joining, or to the day on which a buyer is due, with their scripts in pinned versions.
CREATE TABLE IF NOT EXISTS follower_sequence (
    shop_id          BIGINT       NOT NULL,
    id               BIGINT       NOT NULL,
    version          INT          NOT NULL,
    name             VARCHAR(120) NOT NULL,
    basis            VARCHAR(10)  NOT NULL,
    terms            MEDIUMTEXT   NOT NULL,
    status           VARCHAR(10)  NOT NULL,
    -- Counts edits; the version counts what the clock does too.
    revision         INT          NOT NULL,
    in_force_since   DATETIME(6)  NOT NULL,
    finished_through DATE         NOT NULL,
    carried_until    DATETIME(6)  NOT NULL,
    -- When there is something to do: only these rows are looked at every second.
    due_at           DATETIME(6)  NULL,
    created_by       VARCHAR(120) NOT NULL,
    created_at       DATETIME(6)  NOT NULL,
    PRIMARY KEY (shop_id, id),
    KEY follower_sequence_due (shop_id, due_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- A step of a sequence for a follower, once by its key, and what became of it. basis_day is the day of joining or the due
-- day from which step_day is counted, occurrence_day the one on which it goes out.
CREATE TABLE IF NOT EXISTS follower_sequence_occurrence (
    shop_id        BIGINT      NOT NULL,
    sequence_id    BIGINT      NOT NULL,
    step_day       INT         NOT NULL,
    follower_id    BIGINT      NOT NULL,
    basis_day      DATE        NOT NULL,
    occurrence_day DATE        NOT NULL,
    planned_at     DATETIME(6) NOT NULL,
    late           BOOLEAN     NOT NULL,
    state          VARCHAR(10) NOT NULL,
    reason         VARCHAR(20) NULL,
    task_id        BIGINT      NULL,
    account_id     BIGINT      NULL,
    made_at        DATETIME(6) NOT NULL,
    changed_at     DATETIME(6) NOT NULL,
    PRIMARY KEY (shop_id, sequence_id, step_day, follower_id, basis_day),
    KEY follower_sequence_occurrence_day (shop_id, sequence_id, occurrence_day, state),
    KEY follower_sequence_occurrence_of (shop_id, follower_id, state),
    KEY follower_sequence_occurrence_task (shop_id, task_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

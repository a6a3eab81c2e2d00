-- What posts say, kept in every version: a task that was done stays as it was sent.
CREATE TABLE IF NOT EXISTS script (
    shop_id         BIGINT       NOT NULL,
    id              BIGINT       NOT NULL,
    version         INT          NOT NULL,
    playbook_key    VARCHAR(80)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    title           VARCHAR(120) NOT NULL,
    kind            VARCHAR(10)  NULL,
    line            VARCHAR(12)  NOT NULL,
    scene           VARCHAR(12)  NULL,
    content_version INT          NOT NULL,
    copy            TEXT         NOT NULL,
    media           TEXT         NOT NULL,
    first_comment   TEXT         NULL,
    staff_notes     TEXT         NULL,
    created_at      DATETIME(6)  NOT NULL,
    updated_at      DATETIME(6)  NOT NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY script_playbook (shop_id, playbook_key)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What each version of a script said, and who wrote it.
CREATE TABLE IF NOT EXISTS script_version (
    shop_id       BIGINT       NOT NULL,
    id            BIGINT       NOT NULL,
    version       INT          NOT NULL,
    script_id     BIGINT       NOT NULL,
    number        INT          NOT NULL,
    copy          TEXT         NOT NULL,
    media         TEXT         NOT NULL,
    first_comment TEXT         NULL,
    staff_notes   TEXT         NULL,
    written_by    VARCHAR(120) NOT NULL,
    written_at    DATETIME(6)  NOT NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY script_version_number (shop_id, script_id, number)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Pictures, short videos and texts to reuse; the bytes lie in a folder or bucket, not in the database.
CREATE TABLE IF NOT EXISTS material (
    shop_id      BIGINT       NOT NULL,
    id           BIGINT       NOT NULL,
    version      INT          NOT NULL,
    title        VARCHAR(120) NOT NULL,
    -- A line each, with the ends of lines on both sides.
    tags         VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    content_type VARCHAR(60)  NOT NULL,
    bytes        BIGINT       NOT NULL,
    uploaded_by  VARCHAR(120) NOT NULL,
    uploaded_at  DATETIME(6)  NOT NULL,
    -- Who agreed to its use, and what it was made from: a path of the API.
    consent_note VARCHAR(500) NULL,
    origin       VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (shop_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The post rules' limits, each row holding from a day on until the next one does.
CREATE TABLE IF NOT EXISTS contact_limit (
    shop_id                 BIGINT NOT NULL,
    id                      BIGINT NOT NULL,
    version                 INT    NOT NULL,
    from_day                DATE   NOT NULL,
    moments_per_day         INT    NOT NULL,
    moment_gap_minutes      INT    NOT NULL,
    quiet_from_minute       INT    NOT NULL,
    quiet_to_minute         INT    NOT NULL,
    marketing_share_percent INT    NOT NULL,
    -- Of so many MARKETING moments one shows what has really happened.
    marketing_per_scene     INT    NOT NULL,
    private_per_day         INT    NOT NULL,
    private_per_7_days      INT    NOT NULL,
    private_per_30_days     INT    NOT NULL,
    moment_pictures         INT    NOT NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY contact_limit_from (shop_id, from_day)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- A shop's own banned words and allowed phrases, every version kept: who banned or allowed what, and when. Without a row
-- only the lists that ship with the product hold.
CREATE TABLE IF NOT EXISTS shop_word_list (
    shop_id    BIGINT       NOT NULL,
    revision   INT          NOT NULL,
    words      MEDIUMTEXT   NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    changed_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (shop_id, revision)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

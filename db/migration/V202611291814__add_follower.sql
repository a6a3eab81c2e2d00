-- Buyers on accounts. tier is the buyer's, copied so that a list or a distribution is one range of one index. Every
-- index is written for each new buyer and each move, so there are few: lists of a tier in any status are the statuses'
-- lists side by side.
CREATE TABLE IF NOT EXISTS follower (
    shop_id      BIGINT       NOT NULL,
    id           BIGINT       NOT NULL,
    version      INT          NOT NULL,
    buyer_id     BIGINT       NOT NULL,
    account_id   BIGINT       NULL,
    status       VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    tier         VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    remark       VARCHAR(500) NULL,
    assigned_day DATE         NULL,
    invited_at   DATETIME(6)  NULL,
    added_at     DATETIME(6)  NULL,
    lost_at      DATETIME(6)  NULL,
    created_at   DATETIME(6)  NOT NULL,
    updated_at   DATETIME(6)  NOT NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY follower_buyer (shop_id, buyer_id),
    KEY follower_list (shop_id, tier, status, id),
    KEY follower_account (shop_id, account_id, status, tier, id),
    -- Who was won in some days; those who never were stand together at its beginning.
    KEY follower_added (shop_id, added_at, account_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Words that staff put on a follower, by which an audience can be chosen.
CREATE TABLE IF NOT EXISTS follower_tag (
    shop_id     BIGINT      NOT NULL,
    follower_id BIGINT      NOT NULL,
    tag         VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (shop_id, follower_id, tag),
    KEY follower_tag_tag (shop_id, tag, follower_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- How many followers there are, by account (0 for those on none), tier and status, kept by difference: lists with their
-- numbers are a few rows whatever the shop's size.
CREATE TABLE IF NOT EXISTS follower_count (
    shop_id    BIGINT      NOT NULL,
    account_id BIGINT      NOT NULL,
    tier       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    followers  BIGINT      NOT NULL,
    PRIMARY KEY (shop_id, account_id, tier, status)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- How many followers an account was given on a day; also the lock that keeps two distributions from going over its limit.
CREATE TABLE IF NOT EXISTS account_add_day (
    shop_id    BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    day        DATE   NOT NULL,
    assigned   INT    NOT NULL,
    PRIMARY KEY (shop_id, account_id, day)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Followers as they were before their buyers were merged, so that an undo gives each its own back.
CREATE TABLE IF NOT EXISTS follower_before_merge (
    shop_id       BIGINT       NOT NULL,
    merge_id      BIGINT       NOT NULL,
    follower_id   BIGINT       NOT NULL,
    buyer_id      BIGINT       NOT NULL,
    account_id    BIGINT       NULL,
    status        VARCHAR(16)  NOT NULL,
    tier          VARCHAR(16)  NOT NULL,
    remark        VARCHAR(500) NULL,
    assigned_day  DATE         NULL,
    invited_at    DATETIME(6)  NULL,
    added_at      DATETIME(6)  NULL,
    lost_at       DATETIME(6)  NULL,
    created_at    DATETIME(6)  NOT NULL,
    updated_at    DATETIME(6)  NOT NULL,
    version_after INT          NULL,
    PRIMARY KEY (shop_id, merge_id, follower_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Their tags, likewise.
CREATE TABLE IF NOT EXISTS follower_tag_before_merge (
    shop_id     BIGINT      NOT NULL,
    merge_id    BIGINT      NOT NULL,
    follower_id BIGINT      NOT NULL,
    tag         VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (shop_id, merge_id, follower_id, tag)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Distributions of candidates over accounts: each a job with its checkpoint (done, of planned) and the lease of who is at it.
-- active is 1 until it is over, then NULL: a shop has one at a time.
CREATE TABLE IF NOT EXISTS follower_distribution (
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
    cancelled_by BIGINT      NULL,
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

-- Who is to be given to which account, in the sequence in which it happens, until the distribution is over.
CREATE TABLE IF NOT EXISTS follower_distribution_place (
    shop_id         BIGINT NOT NULL,
    distribution_id BIGINT NOT NULL,
    seq             INT    NOT NULL,
    follower_id     BIGINT NOT NULL,
    buyer_id        BIGINT NOT NULL,
    account_id      BIGINT NOT NULL,
    PRIMARY KEY (shop_id, distribution_id, seq)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What each account got in a distribution, and what was left of its room.
CREATE TABLE IF NOT EXISTS follower_distribution_share (
    shop_id         BIGINT NOT NULL,
    distribution_id BIGINT NOT NULL,
    account_id      BIGINT NOT NULL,
    assigned        INT    NOT NULL,
    capacity_left   INT    NOT NULL,
    daily_left      INT    NOT NULL,
    PRIMARY KEY (shop_id, distribution_id, account_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Each invitation of a follower: when to remind of it or to end it (due_at, NULL once it is over), and how often somebody was
-- invited lately. first_follower_id is who was invited, before a merge made somebody else of them.
CREATE TABLE IF NOT EXISTS follower_invitation (
    shop_id           BIGINT      NOT NULL,
    id                BIGINT      NOT NULL,
    follower_id       BIGINT      NOT NULL,
    first_follower_id BIGINT      NOT NULL,
    invited_at        DATETIME(6) NOT NULL,
    due_at            DATETIME(6) NULL,
    expires_at        DATETIME(6) NOT NULL,
    reminded_at       DATETIME(6) NULL,
    ended_at          DATETIME(6) NULL,
    PRIMARY KEY (shop_id, id),
    KEY follower_invitation_of (shop_id, follower_id, invited_at),
    KEY follower_invitation_due (shop_id, due_at),
    KEY follower_invitation_since (shop_id, invited_at, follower_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Each loss of a follower: from which account, on which day of the shop, why.
CREATE TABLE IF NOT EXISTS follower_loss (
    shop_id     BIGINT      NOT NULL,
    id          BIGINT      NOT NULL,
    follower_id BIGINT      NOT NULL,
    account_id  BIGINT      NOT NULL,
    day         DATE        NOT NULL,
    reason      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    told_at     DATETIME(6) NOT NULL,
    PRIMARY KEY (shop_id, id),
    KEY follower_loss_of (shop_id, follower_id, id),
    KEY follower_loss_day (shop_id, day, account_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What really went out: a row for each private message (follower_id) and for each moment or group post (follower_id 0),
-- at the instant at which it happened, on that day of the shop. sent_to is who it was told of first and keeps a repeated
-- report from making a second row; follower_id is whose limit it counts for, also after a merge.
CREATE TABLE IF NOT EXISTS contact (
    shop_id        BIGINT      NOT NULL,
    id             BIGINT      NOT NULL,
    kind           VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    task_id        BIGINT      NOT NULL,
    sent_to        BIGINT      NOT NULL,
    follower_id    BIGINT      NOT NULL,
    account_id     BIGINT      NULL,
    staff_id       BIGINT      NOT NULL,
    at             DATETIME(6) NOT NULL,
    day            DATE        NOT NULL,
    campaign_id    BIGINT      NULL,
    post_id        BIGINT      NULL,
    script_id      BIGINT      NULL,
    script_version INT         NULL,
    variant        VARCHAR(40) NULL,
    recorded_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY contact_once (shop_id, task_id, sent_to),
    KEY contact_follower (shop_id, follower_id, day),
    KEY contact_account (shop_id, account_id, day),
    KEY contact_campaign (shop_id, campaign_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Facts that broke a limit as it held on their day: what was allowed, and what was counted with the fact itself.
CREATE TABLE IF NOT EXISTS contact_breach (
    shop_id     BIGINT      NOT NULL,
    id          BIGINT      NOT NULL,
    broken      VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    task_id     BIGINT      NOT NULL,
    sent_to     BIGINT      NOT NULL,
    account_id  BIGINT      NULL,
    staff_id    BIGINT      NOT NULL,
    campaign_id BIGINT      NULL,
    at          DATETIME(6) NOT NULL,
    allowed     INT         NOT NULL,
    counted     INT         NOT NULL,
    recorded_at DATETIME(6) NOT NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY contact_breach_once (shop_id, task_id, sent_to, broken),
    KEY contact_breach_at (shop_id, at, id),
    KEY contact_breach_campaign (shop_id, campaign_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Who is in a campaign's audience, as READY fixed it: a row a follower of what the campaign is for. account and tier are
-- those by which he is listed; reason says why somebody is LEFT_OUT. No edit of a segment, a tag or the policy touches it.
CREATE TABLE IF NOT EXISTS campaign_audience (
    shop_id     BIGINT      NOT NULL,
    campaign_id BIGINT      NOT NULL,
    follower_id BIGINT      NOT NULL,
    buyer_id    BIGINT      NOT NULL,
    account_id  BIGINT      NULL,
    tier        VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state       VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    reason      VARCHAR(24) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    PRIMARY KEY (shop_id, campaign_id, follower_id),
    KEY campaign_audience_state (shop_id, campaign_id, state, account_id, follower_id),
    KEY campaign_audience_follower (shop_id, follower_id, campaign_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Which private message each one who is INCLUDED gets: one variant, thus one post, a slot. A post without a slot is one of
-- its own, "post:" and its id, and its variant is ALL.
CREATE TABLE IF NOT EXISTS campaign_audience_variant (
    shop_id     BIGINT      NOT NULL,
    campaign_id BIGINT      NOT NULL,
    follower_id BIGINT      NOT NULL,
    slot        VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    variant     VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    post_id     BIGINT      NOT NULL,
    PRIMARY KEY (shop_id, campaign_id, follower_id, slot),
    KEY campaign_audience_variant_post (shop_id, post_id, follower_id),
    KEY campaign_audience_variant_follower (shop_id, follower_id, post_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- When a campaign's audience was fixed, for which content, and when it was last refreshed. No row before READY, nor once it
-- is back in REVIEW.
CREATE TABLE IF NOT EXISTS campaign_audience_fix (
    shop_id          BIGINT      NOT NULL,
    campaign_id      BIGINT      NOT NULL,
    fixed_at         DATETIME(6) NOT NULL,
    content_revision INT         NOT NULL,
    refreshed_at     DATETIME(6) NULL,
    PRIMARY KEY (shop_id, campaign_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

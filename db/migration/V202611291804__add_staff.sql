-- Who works in a shop, as which roles. The name only invites; the person is known by issuer and subject from the first
-- login on. fence is written by whoever has one person's acts come one after the other. login_roles are those that the
-- login gave when the person was last seen with other ones, by a token of login_seen_at: a role counts where both give it.
CREATE TABLE IF NOT EXISTS staff (
    shop_id      BIGINT       NOT NULL,
    id           BIGINT       NOT NULL,
    version      INT          NOT NULL,
    username     VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    display_name VARCHAR(120) NOT NULL,
    roles        VARCHAR(100) NOT NULL,
    status       VARCHAR(10)  NOT NULL,
    issuer       VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    subject      VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    created_at   DATETIME(6)  NOT NULL,
    joined_at    DATETIME(6)  NULL,
    left_at      DATETIME(6)  NULL,
    login_roles   VARCHAR(100) NULL,
    login_seen_at DATETIME(6)  NULL,
    away_from    DATETIME(6)  NULL,
    away_until   DATETIME(6)  NULL,
    away_backup_staff_id BIGINT NULL,
    working_hours TEXT         NULL,
    fence        BIGINT       NOT NULL DEFAULT 0,
    PRIMARY KEY (shop_id, id),
    KEY staff_username (shop_id, username, status),
    KEY staff_away (shop_id, away_until)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- A person's shops: read by person, on every request. Who was deactivated or left has none.
CREATE TABLE IF NOT EXISTS membership (
    issuer   VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    subject  VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    shop_id  BIGINT NOT NULL,
    staff_id BIGINT NOT NULL,
    PRIMARY KEY (issuer, subject, shop_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Whose first login makes a member; gone once it was taken.
CREATE TABLE IF NOT EXISTS staff_invitation (
    username VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    shop_id  BIGINT NOT NULL,
    staff_id BIGINT NOT NULL,
    PRIMARY KEY (username, shop_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What followers are on: each belongs to somebody and takes so many a day.
CREATE TABLE IF NOT EXISTS account (
    shop_id         BIGINT        NOT NULL,
    id              BIGINT        NOT NULL,
    version         INT           NOT NULL,
    name            VARCHAR(120)  NOT NULL,
    kind            VARCHAR(10)   NOT NULL,
    owner_staff_id  BIGINT        NOT NULL,
    backup_staff_id BIGINT        NULL,
    handed_from_staff_id BIGINT   NULL,
    handed_at       DATETIME(6)   NULL,
    persona         VARCHAR(2000) NULL,
    taboo_words     TEXT          NOT NULL,
    daily_add_limit INT           NOT NULL,
    capacity        INT           NOT NULL,
    active          BOOLEAN       NOT NULL,
    created_at      DATETIME(6)   NOT NULL,
    retired_at           DATETIME(6)  NULL,
    successor_account_id BIGINT       NULL,
    retirement_reason    VARCHAR(500) NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY account_name (shop_id, name),
    KEY account_owner (shop_id, owner_staff_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Who left in good order and whose the accounts are since, so that it can be undone for a day.
CREATE TABLE IF NOT EXISTS staff_departure (
    shop_id            BIGINT      NOT NULL,
    staff_id           BIGINT      NOT NULL,
    takeover_staff_id  BIGINT      NOT NULL,
    farewell_script_id BIGINT      NULL,
    hello_script_id    BIGINT      NULL,
    left_at            DATETIME(6) NOT NULL,
    PRIMARY KEY (shop_id, staff_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The accounts that were the leaver's.
CREATE TABLE IF NOT EXISTS staff_departure_account (
    shop_id    BIGINT NOT NULL,
    staff_id   BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    PRIMARY KEY (shop_id, staff_id, account_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Group chats of accounts; members as somebody counted them on a day.
CREATE TABLE IF NOT EXISTS account_group (
    shop_id        BIGINT       NOT NULL,
    id             BIGINT       NOT NULL,
    version        INT          NOT NULL,
    account_id     BIGINT       NOT NULL,
    name           VARCHAR(120) NOT NULL,
    owner_staff_id BIGINT       NULL,
    members        INT          NULL,
    counted_on     DATE         NULL,
    status         VARCHAR(10)  NOT NULL,
    created_at     DATETIME(6)  NOT NULL,
    PRIMARY KEY (shop_id, id),
    KEY account_group_account (shop_id, account_id, id),
    KEY account_group_owner (shop_id, owner_staff_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

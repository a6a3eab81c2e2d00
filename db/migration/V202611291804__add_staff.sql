-- Who works in a shop, as which roles.
CREATE TABLE IF NOT EXISTS staff (
    shop_id      BIGINT       NOT NULL,
    id           BIGINT       NOT NULL,
    version      INT          NOT NULL,
    username     VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    display_name VARCHAR(120) NOT NULL,
    roles        VARCHAR(100) NOT NULL,
    created_at   DATETIME(6)  NOT NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY staff_username (shop_id, username)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- A person's shops: the one table that is read by person, on every request.
CREATE TABLE IF NOT EXISTS membership (
    username VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    shop_id  BIGINT       NOT NULL,
    staff_id BIGINT       NOT NULL,
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
    persona         VARCHAR(2000) NULL,
    daily_add_limit INT           NOT NULL,
    capacity        INT           NOT NULL,
    active          BOOLEAN       NOT NULL,
    created_at      DATETIME(6)   NOT NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY account_name (shop_id, name),
    KEY account_owner (shop_id, owner_staff_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

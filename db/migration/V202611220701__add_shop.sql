-- Shops and who works in them: everything else belongs to a shop, so every key starts with shop_id.
CREATE TABLE shop (
    id                   BIGINT         NOT NULL,
    version              INT            NOT NULL,
    name                 VARCHAR(120)   NOT NULL,
    platform             VARCHAR(20)    NOT NULL,
    time_zone            VARCHAR(60)    NOT NULL,
    currency             CHAR(3)        NOT NULL,
    minimum_order_amount DECIMAL(14, 2) NOT NULL,
    cadence_ladder       VARCHAR(200)   NOT NULL,
    settings             TEXT           NOT NULL,
    created_at           DATETIME(6)    NOT NULL,
    PRIMARY KEY (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE staff (
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
CREATE TABLE membership (
    username VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    shop_id  BIGINT NOT NULL,
    staff_id BIGINT NOT NULL,
    PRIMARY KEY (username, shop_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE account (
    shop_id         BIGINT       NOT NULL,
    id              BIGINT       NOT NULL,
    version         INT          NOT NULL,
    name            VARCHAR(120) NOT NULL,
    kind            VARCHAR(10)  NOT NULL,
    owner_staff_id  BIGINT       NOT NULL,
    persona         VARCHAR(2000) NULL,
    daily_add_limit INT          NOT NULL,
    capacity        INT          NOT NULL,
    active          BOOLEAN      NOT NULL,
    created_at      DATETIME(6)  NOT NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY account_name (shop_id, name),
    KEY account_owner (shop_id, owner_staff_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

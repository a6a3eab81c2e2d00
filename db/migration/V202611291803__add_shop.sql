-- Shops: everything else belongs to one, so every key of another table starts with shop_id. Whoever changes who works in
-- one counts people_version up, and so comes one after the other.
CREATE TABLE IF NOT EXISTS shop (
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
    people_version       INT            NOT NULL DEFAULT 0,
    PRIMARY KEY (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- When a shop works, as a document: hours by weekday, and holidays. Without a row it works by the product's default.
CREATE TABLE IF NOT EXISTS working_calendar (
    shop_id    BIGINT       NOT NULL,
    version    INT          NOT NULL,
    calendar   MEDIUMTEXT   NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    changed_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (shop_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

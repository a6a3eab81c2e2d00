-- Who bought: sums that are kept in step with the orders, personal values encrypted, found by keyed hash only.
CREATE TABLE buyer (
    shop_id         BIGINT         NOT NULL,
    id              BIGINT         NOT NULL,
    version         INT            NOT NULL DEFAULT 0,
    platform_id     VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    orders          INT            NOT NULL DEFAULT 0,
    purchase_days   INT            NOT NULL DEFAULT 0,
    first_day       DATE           NULL,
    last_day        DATE           NULL,
    net_spend       DECIMAL(14, 2) NOT NULL DEFAULT 0,
    first_order_day DATE           NULL,
    tier            VARCHAR(16)    NOT NULL DEFAULT 'LEAD',
    tier_since      DATE           NULL,
    own_cycle_days  DECIMAL(12, 6) NULL,
    due_day         DATE           NULL,
    opted_out       BOOLEAN        NOT NULL DEFAULT FALSE,
    name_enc        VARBINARY(1024) NULL,
    phone_enc       VARBINARY(256) NULL,
    email_enc       VARBINARY(1024) NULL,
    address_enc     VARBINARY(2048) NULL,
    contact_hash    BINARY(32)     NULL,
    contact_at      DATETIME(6)    NULL,
    touched_by      BIGINT         NULL,
    created_at      DATETIME(6)    NOT NULL,
    updated_at      DATETIME(6)    NOT NULL,
    PRIMARY KEY (shop_id, id),
    KEY buyer_platform_id (shop_id, platform_id, id),
    KEY buyer_tier (shop_id, tier, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE buyer_identity (
    shop_id  BIGINT      NOT NULL,
    kind     VARCHAR(12) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    key_hash BINARY(32)  NOT NULL,
    buyer_id BIGINT      NOT NULL,
    PRIMARY KEY (shop_id, kind, key_hash),
    KEY buyer_identity_buyer (shop_id, buyer_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The counted orders of a buyer by day: all that cycles and tiers need.
CREATE TABLE purchase_day (
    shop_id  BIGINT         NOT NULL,
    buyer_id BIGINT         NOT NULL,
    day      DATE           NOT NULL,
    orders   INT            NOT NULL,
    net      DECIMAL(14, 2) NOT NULL,
    PRIMARY KEY (shop_id, buyer_id, day)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

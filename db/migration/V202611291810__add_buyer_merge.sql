-- Buyers that proved to be one are merged, and a merge can be undone: what it moved is kept row by row, what it wrote
-- over is kept here.
CREATE TABLE IF NOT EXISTS buyer_merge (
    shop_id          BIGINT          NOT NULL,
    id               BIGINT          NOT NULL,
    kept_id          BIGINT          NOT NULL,
    gone_id          BIGINT          NOT NULL,
    proved_by        VARCHAR(30)     NULL,
    reason           VARCHAR(500)    NULL,
    made_at          DATETIME(6)     NOT NULL,
    made_by          BIGINT          NULL,
    undone_at        DATETIME(6)     NULL,
    undone_by        BIGINT          NULL,
    undone_reason    VARCHAR(500)    NULL,
    orders           INT             NOT NULL DEFAULT 0,
    gone_opted_out   BOOLEAN         NOT NULL DEFAULT FALSE,
    kept_opted_out   BOOLEAN         NOT NULL DEFAULT FALSE,
    kept_platform_id VARCHAR(128)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    name_enc         VARBINARY(1024) NULL,
    phone_enc        VARBINARY(256)  NULL,
    email_enc        VARBINARY(1024) NULL,
    address_enc      VARBINARY(2048) NULL,
    contact_hash     BINARY(32)      NULL,
    contact_at       DATETIME(6)     NULL,
    PRIMARY KEY (shop_id, id),
    KEY buyer_merge_kept (shop_id, kept_id, id),
    KEY buyer_merge_gone (shop_id, gone_id, id),
    KEY buyer_merge_undone (shop_id, undone_at, kept_id, gone_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The orders that a merge moved.
CREATE TABLE IF NOT EXISTS buyer_merge_order (
    shop_id  BIGINT NOT NULL,
    merge_id BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    PRIMARY KEY (shop_id, merge_id, order_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The identity keys that a merge moved, as kind and hash.
CREATE TABLE IF NOT EXISTS buyer_merge_key (
    shop_id  BIGINT      NOT NULL,
    merge_id BIGINT      NOT NULL,
    kind     VARCHAR(12) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    key_hash BINARY(32)  NOT NULL,
    PRIMARY KEY (shop_id, merge_id, kind, key_hash)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

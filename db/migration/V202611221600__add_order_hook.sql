-- Webhooks are stored first and worked after. A shop's secrets by platform: the one before stays good for a while.
CREATE TABLE hook_secret (
    shop_id        BIGINT          NOT NULL,
    source         VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    secret_enc     VARBINARY(1024) NOT NULL,
    previous_enc   VARBINARY(1024) NULL,
    previous_until DATETIME(6)     NULL,
    created_at     DATETIME(6)     NOT NULL,
    changed_at     DATETIME(6)     NOT NULL,
    changed_by     VARCHAR(120)    NOT NULL,
    PRIMARY KEY (shop_id, source)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What platforms sent. The body is personal, lies here encrypted and goes at body_until; the row stays longer, because
-- its delivery_key tells a replay.
CREATE TABLE hook_delivery (
    shop_id      BIGINT       NOT NULL,
    id           BIGINT       NOT NULL,
    source       VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    delivery_key BINARY(32)   NOT NULL,
    topic        VARCHAR(60)  NOT NULL,
    is_test      BOOLEAN      NOT NULL,
    triggered_at DATETIME(6)  NULL,
    body_enc     MEDIUMBLOB   NULL,
    body_bytes   INT          NOT NULL,
    body_until   DATETIME(6)  NULL,
    status       VARCHAR(10)  NOT NULL,
    attempts     INT          NOT NULL DEFAULT 0,
    next_at      DATETIME(6)  NULL,
    order_no     VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    reason       VARCHAR(300) NULL,
    received_at  DATETIME(6)  NOT NULL,
    done_at      DATETIME(6)  NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY hook_delivery_once (shop_id, source, delivery_key),
    KEY hook_delivery_source (shop_id, source, status, id),
    KEY hook_delivery_due (status, next_at, shop_id),
    KEY hook_delivery_body (body_until, shop_id),
    KEY hook_delivery_age (received_at, shop_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Which order a platform's own id means, and as of when it was last told of: deliveries come in any order. Without an
-- order number it was deleted before anything was told of it.
CREATE TABLE hook_order (
    shop_id     BIGINT      NOT NULL,
    source      VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    external_id VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    order_no    VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    told_at     DATETIME(6) NULL,
    told_rank   INT         NOT NULL,
    PRIMARY KEY (shop_id, source, external_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Refunds by their ids, so that each counts once whether it comes by itself, with its order, or both, and in any order.
CREATE TABLE hook_refund (
    shop_id     BIGINT         NOT NULL,
    source      VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    external_id VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    refund_id   VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    amount      DECIMAL(14, 2) NOT NULL,
    PRIMARY KEY (shop_id, source, external_id, refund_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- One worker at a time at a shop's deliveries, by a lease.
CREATE TABLE hook_lane (
    shop_id     BIGINT      NOT NULL,
    lease_owner VARCHAR(60) NULL,
    lease_until DATETIME(6) NULL,
    PRIMARY KEY (shop_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

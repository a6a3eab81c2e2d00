-- Webhooks are stored first and worked after. A shop's secrets by platform: the one before stays good for a while.
CREATE TABLE IF NOT EXISTS hook_secret (
    shop_id        BIGINT          NOT NULL,
    source         VARCHAR(16)     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
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
CREATE TABLE IF NOT EXISTS hook_delivery (
    shop_id      BIGINT       NOT NULL,
    id           BIGINT       NOT NULL,
    source       VARCHAR(16)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
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
    order_no     VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
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
CREATE TABLE IF NOT EXISTS hook_order (
    shop_id     BIGINT      NOT NULL,
    source      VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    external_id VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    order_no    VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    latest_at   DATETIME(6) NULL,
    latest_rank INT         NOT NULL,
    -- Shopify's orders do not say when they were paid; that a delivery was about the payment does.
    paid_at     DATETIME(6) NULL,
    -- A deletion holds for whatever is older, also for an order that an export brings later.
    gone_at     DATETIME(6) NULL,
    -- The number that was told last: it may change, or be another's as well; the id is the order's identity.
    latest_no   VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    PRIMARY KEY (shop_id, source, external_id),
    -- An import asks what webhooks have told of the orders that it changes; it knows their numbers, not the platforms'
    -- ids.
    KEY hook_order_number (shop_id, order_no),
    KEY hook_order_latest_number (shop_id, latest_no)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Other numbers that orders were told under, before or while another order has the number: files know the order by no more.
CREATE TABLE IF NOT EXISTS hook_order_number (
    shop_id     BIGINT      NOT NULL,
    other_no    VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    source      VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    external_id VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (shop_id, other_no, source, external_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Refunds by their ids, so that each counts once whether it comes by itself, with its order, or both, and in any order.
CREATE TABLE IF NOT EXISTS hook_refund (
    shop_id     BIGINT         NOT NULL,
    source      VARCHAR(16)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    external_id VARCHAR(40)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    refund_id   VARCHAR(40)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    amount      DECIMAL(14, 2) NOT NULL,
    -- The newest word counts, not the largest amount: a refund may fail after it had gone back.
    stage       INT            NOT NULL DEFAULT 1,
    latest_at   DATETIME(6)    NULL,
    PRIMARY KEY (shop_id, source, external_id, refund_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- One worker at a time at a shop's deliveries, by a lease.
CREATE TABLE IF NOT EXISTS webhook_lease (
    shop_id     BIGINT      NOT NULL,
    lease_owner VARCHAR(60) NULL,
    lease_until DATETIME(6) NULL,
    PRIMARY KEY (shop_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Orders as platforms exported them; the content hash tells a re-import that nothing changed.
CREATE TABLE shop_order (
    shop_id       BIGINT         NOT NULL,
    id            BIGINT         NOT NULL,
    version       INT            NOT NULL DEFAULT 0,
    order_no      VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    buyer_id      BIGINT         NULL,
    status        VARCHAR(16)    NOT NULL,
    created_at    DATETIME(6)    NOT NULL,
    paid_at       DATETIME(6)    NULL,
    day           DATE           NOT NULL,
    paid_amount   DECIMAL(14, 2) NOT NULL,
    refund_amount DECIMAL(14, 2) NOT NULL,
    net_amount    DECIMAL(14, 2) NOT NULL,
    counted       BOOLEAN        NOT NULL,
    exclusion     VARCHAR(16)    NULL,
    content_hash  BINARY(32)     NOT NULL,
    source        VARCHAR(16)    NOT NULL,
    source_at     DATETIME(6)    NULL,
    import_id     BIGINT         NULL,
    recorded_at   DATETIME(6)    NOT NULL,
    updated_at    DATETIME(6)    NOT NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY shop_order_no (shop_id, order_no),
    KEY shop_order_buyer (shop_id, buyer_id, day, counted, net_amount),
    KEY shop_order_day (shop_id, day, id),
    KEY shop_order_status (shop_id, status, day, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE order_line (
    shop_id    BIGINT         NOT NULL,
    order_id   BIGINT         NOT NULL,
    line_no    INT            NOT NULL,
    title      VARCHAR(500)   NOT NULL,
    sku        VARCHAR(100)   NULL,
    quantity   INT            NULL,
    unit_price DECIMAL(14, 2) NULL,
    PRIMARY KEY (shop_id, order_id, line_no)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

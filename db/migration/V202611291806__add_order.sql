-- Orders as platforms exported them; the content hash tells a re-import that nothing changed.
CREATE TABLE IF NOT EXISTS shop_order (
    shop_id        BIGINT         NOT NULL,
    id             BIGINT         NOT NULL,
    version        INT            NOT NULL DEFAULT 0,
    order_no       VARCHAR(64)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    buyer_id       BIGINT         NULL,
    status         VARCHAR(16)    NOT NULL,
    created_at     DATETIME(6)    NOT NULL,
    paid_at        DATETIME(6)    NULL,
    day            DATE           NOT NULL,
    paid_amount    DECIMAL(14, 2) NOT NULL,
    refund_amount  DECIMAL(14, 2) NOT NULL,
    net_amount     DECIMAL(14, 2) NOT NULL,
    counted        BOOLEAN        NOT NULL,
    exclusion      VARCHAR(16)    NULL,
    content_hash   BINARY(32)     NOT NULL,
    source         VARCHAR(16)    NOT NULL,
    source_at      DATETIME(6)    NULL,
    import_id      BIGINT         NULL,
    recorded_at    DATETIME(6)    NOT NULL,
    updated_at     DATETIME(6)    NOT NULL,
    -- Whether it says how its buyer can be reached: the newest one that does gives the buyer's contact, in whatever
    -- sequence the orders came.
    says_contact   BOOLEAN        NOT NULL DEFAULT TRUE,
    -- Something went back and the source does not say how much: nothing is taken off until one does, and it shows.
    refund_unknown BOOLEAN        NOT NULL DEFAULT FALSE,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY shop_order_no (shop_id, order_no),
    KEY shop_order_day (shop_id, day, id),
    -- A buyer's orders with all that the sums need are read from this index alone.
    KEY shop_order_buyer (shop_id, buyer_id, day, counted, exclusion, net_amount),
    KEY shop_order_status (shop_id, status, exclusion, day, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What was ordered, article by article.
CREATE TABLE IF NOT EXISTS order_line (
    shop_id          BIGINT         NOT NULL,
    order_id         BIGINT         NOT NULL,
    line_no          INT            NOT NULL,
    title            VARCHAR(500)   NOT NULL,
    sku              VARCHAR(100)   NULL,
    quantity         INT            NULL,
    unit_price       DECIMAL(14, 2) NULL,
    -- What is taken out of its order, or sent back, was ordered but not bought: both quantities are kept.
    ordered_quantity INT            NULL,
    PRIMARY KEY (shop_id, order_id, line_no)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Orders that somebody gave to a buyer by hand, because their platform does not say who bought.
CREATE TABLE IF NOT EXISTS order_binding (
    shop_id    BIGINT      NOT NULL,
    id         BIGINT      NOT NULL,
    order_id   BIGINT      NOT NULL,
    buyer_id   BIGINT      NOT NULL,
    bound_at   DATETIME(6) NOT NULL,
    bound_by   BIGINT      NOT NULL,
    unbound_at DATETIME(6) NULL,
    unbound_by BIGINT      NULL,
    PRIMARY KEY (shop_id, id),
    KEY order_binding_order (shop_id, order_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- One row a shop: whoever writes its orders holds this row's lock, and one import at a time holds its lease.
CREATE TABLE IF NOT EXISTS shop_write_lock (
    shop_id         BIGINT         NOT NULL,
    fence           BIGINT         NOT NULL DEFAULT 0,
    owner           VARCHAR(60)    NULL,
    -- By which minimum the orders were judged: when it is not the shop's any more, they are judged again.
    counted_minimum DECIMAL(14, 2) NULL,
    PRIMARY KEY (shop_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Which import may write a shop's orders. Beside the lock's row and not in it: an import's transactions share the lock
-- of that row, one beginning before the other one ends, and prolonging a lease there waited for both, and all that came
-- behind waited for it.
CREATE TABLE IF NOT EXISTS import_lease (
    shop_id     BIGINT      NOT NULL,
    lease_owner VARCHAR(60) NULL,
    lease_until DATETIME(6) NULL,
    PRIMARY KEY (shop_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

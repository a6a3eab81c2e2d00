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

-- The orders that a merge moved.
CREATE TABLE IF NOT EXISTS buyer_merge_order (
    shop_id  BIGINT NOT NULL,
    merge_id BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    PRIMARY KEY (shop_id, merge_id, order_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Imports are rows first: a killed one is found by its lapsed lease and goes on behind its checkpoint.
CREATE TABLE IF NOT EXISTS order_import (
    shop_id           BIGINT       NOT NULL,
    id                BIGINT       NOT NULL,
    version           INT          NOT NULL DEFAULT 0,
    status            VARCHAR(10)  NOT NULL,
    format            VARCHAR(16)  NOT NULL,
    dry_run           BOOLEAN      NOT NULL,
    file_name         VARCHAR(255) NOT NULL,
    stored_as         VARCHAR(100) NOT NULL,
    bytes             BIGINT       NOT NULL,
    source_at         DATETIME(6)  NULL,
    requested_by      VARCHAR(120) NOT NULL,
    rows_total        BIGINT       NULL,
    rows_done         BIGINT       NOT NULL DEFAULT 0,
    checkpoint_row    BIGINT       NOT NULL DEFAULT 0,
    orders_created    BIGINT       NOT NULL DEFAULT 0,
    orders_updated    BIGINT       NOT NULL DEFAULT 0,
    orders_unchanged  BIGINT       NOT NULL DEFAULT 0,
    orders_stale      BIGINT       NOT NULL DEFAULT 0,
    orders_rejected   BIGINT       NOT NULL DEFAULT 0,
    orders_superseded BIGINT       NOT NULL DEFAULT 0,
    buyers_created    BIGINT       NOT NULL DEFAULT 0,
    buyers_updated    BIGINT       NOT NULL DEFAULT 0,
    attempts          INT          NOT NULL DEFAULT 0,
    failure           VARCHAR(300) NULL,
    created_at        DATETIME(6)  NOT NULL,
    started_at        DATETIME(6)  NULL,
    finished_at       DATETIME(6)  NULL,
    refunds_unknown   BIGINT       NOT NULL DEFAULT 0,
    PRIMARY KEY (shop_id, id),
    KEY order_import_status (shop_id, status, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Rows of a file that were not taken, and why: only a little of the value, for it may be personal.
CREATE TABLE IF NOT EXISTS order_import_reject (
    shop_id   BIGINT       NOT NULL,
    import_id BIGINT       NOT NULL,
    row_no    BIGINT       NOT NULL,
    col       VARCHAR(60)  NOT NULL,
    value     VARCHAR(40)  NOT NULL,
    reason    VARCHAR(200) NOT NULL,
    PRIMARY KEY (shop_id, import_id, row_no)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Rows that were taken but say something odd, such as a refund without its amount.
CREATE TABLE IF NOT EXISTS order_import_warning (
    shop_id   BIGINT       NOT NULL,
    import_id BIGINT       NOT NULL,
    row_no    BIGINT       NOT NULL,
    col       VARCHAR(60)  NOT NULL,
    value     VARCHAR(40)  NOT NULL,
    reason    VARCHAR(200) NOT NULL,
    PRIMARY KEY (shop_id, import_id, row_no)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The counted orders of a buyer by day: all that cycles and tiers need.
CREATE TABLE IF NOT EXISTS purchase_day (
    shop_id  BIGINT         NOT NULL,
    buyer_id BIGINT         NOT NULL,
    day      DATE           NOT NULL,
    orders   INT            NOT NULL,
    net      DECIMAL(18, 2) NOT NULL,
    PRIMARY KEY (shop_id, buyer_id, day)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Buyers whose orders an import session has changed and whose sums do not show it yet.
CREATE TABLE IF NOT EXISTS buyer_totals_due (
    shop_id    BIGINT  NOT NULL,
    session_id BIGINT  NOT NULL,
    buyer_id   BIGINT  NOT NULL,
    is_new     BOOLEAN NOT NULL,
    PRIMARY KEY (shop_id, session_id, buyer_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What the cycle's answer rests on, kept by difference for all buyers and for those who are followers, so that it is one
-- small range whatever the shop's size. Kinds: INTERVAL by length in days; SPAN by number of intervals, with the buyers'
-- days from first to last as total; FIRST_DAY and LAST_DAY by day since 1970; COUNTED with the net amount in hundredths as
-- total, and the reasons why orders do not count. The basis NOBODY has the orders of which nobody knows who bought.
CREATE TABLE IF NOT EXISTS cycle_figure (
    shop_id BIGINT      NOT NULL,
    basis   VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind    VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    point   INT         NOT NULL,
    n       BIGINT      NOT NULL,
    total   BIGINT      NOT NULL,
    PRIMARY KEY (shop_id, basis, kind, point)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Rebuilding a shop's sums and figures from its orders, page by page while work goes on: how far it has come.
CREATE TABLE IF NOT EXISTS figure_rebuild (
    shop_id           BIGINT      NOT NULL,
    id                BIGINT      NOT NULL,
    requested_by      BIGINT      NULL,
    requested_at      DATETIME(6) NOT NULL,
    buyers_total      BIGINT      NULL,
    buyers_done       BIGINT      NOT NULL DEFAULT 0,
    done_to           BIGINT      NOT NULL DEFAULT 0,
    buyers_corrected  BIGINT      NOT NULL DEFAULT 0,
    figures_corrected BIGINT      NULL,
    started_at        DATETIME(6) NULL,
    finished_at       DATETIME(6) NULL,
    PRIMARY KEY (shop_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The new figures of a rebuild, until they take the place of the old ones.
CREATE TABLE IF NOT EXISTS rebuilt_figure (
    shop_id    BIGINT      NOT NULL,
    rebuild_id BIGINT      NOT NULL,
    basis      VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    point      INT         NOT NULL,
    n          BIGINT      NOT NULL,
    total      BIGINT      NOT NULL,
    PRIMARY KEY (shop_id, rebuild_id, basis, kind, point)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

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

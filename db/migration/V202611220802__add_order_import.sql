-- Imports are rows first: a killed one is found by its lapsed lease and goes on behind its checkpoint.
CREATE TABLE order_import (
    shop_id          BIGINT       NOT NULL,
    id               BIGINT       NOT NULL,
    version          INT          NOT NULL DEFAULT 0,
    status           VARCHAR(10)  NOT NULL,
    format           VARCHAR(16)  NOT NULL,
    dry_run          BOOLEAN      NOT NULL,
    file_name        VARCHAR(255) NOT NULL,
    stored_as        VARCHAR(100) NOT NULL,
    sha256           BINARY(32)   NOT NULL,
    bytes            BIGINT       NOT NULL,
    source_at        DATETIME(6)  NULL,
    requested_by     VARCHAR(120) NOT NULL,
    rows_total       BIGINT       NULL,
    rows_done        BIGINT       NOT NULL DEFAULT 0,
    checkpoint_row   BIGINT       NOT NULL DEFAULT 0,
    orders_created   BIGINT       NOT NULL DEFAULT 0,
    orders_updated   BIGINT       NOT NULL DEFAULT 0,
    orders_unchanged BIGINT       NOT NULL DEFAULT 0,
    orders_stale     BIGINT       NOT NULL DEFAULT 0,
    orders_rejected  BIGINT       NOT NULL DEFAULT 0,
    orders_superseded BIGINT      NOT NULL DEFAULT 0,
    buyers_created   BIGINT       NOT NULL DEFAULT 0,
    buyers_updated   BIGINT       NOT NULL DEFAULT 0,
    attempts         INT          NOT NULL DEFAULT 0,
    failure          VARCHAR(300) NULL,
    created_at       DATETIME(6)  NOT NULL,
    started_at       DATETIME(6)  NULL,
    finished_at      DATETIME(6)  NULL,
    PRIMARY KEY (shop_id, id),
    KEY order_import_status (shop_id, status, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE order_import_reject (
    shop_id   BIGINT       NOT NULL,
    import_id BIGINT       NOT NULL,
    row_no    BIGINT       NOT NULL,
    col       VARCHAR(60)  NOT NULL,
    value     VARCHAR(40)  NOT NULL,
    reason    VARCHAR(200) NOT NULL,
    PRIMARY KEY (shop_id, import_id, row_no)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- One row a shop: whoever writes its orders holds this row's lock, and one import at a time holds its lease.
CREATE TABLE order_lane (
    shop_id     BIGINT      NOT NULL,
    turn        BIGINT      NOT NULL DEFAULT 0,
    lease_owner VARCHAR(60) NULL,
    lease_until DATETIME(6) NULL,
    PRIMARY KEY (shop_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

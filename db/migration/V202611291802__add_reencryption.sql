-- How far the values of a table have been encrypted anew under the primary key, so that an older key can be retired.
CREATE TABLE IF NOT EXISTS reencryption (
    table_name  VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    key_id      BIGINT      NOT NULL,
    at_shop_id  BIGINT      NOT NULL DEFAULT 0,
    at_id       BIGINT      NOT NULL DEFAULT 0,
    rows_behind BIGINT      NOT NULL DEFAULT 0,
    checked_at  DATETIME(6) NULL,
    PRIMARY KEY (table_name)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

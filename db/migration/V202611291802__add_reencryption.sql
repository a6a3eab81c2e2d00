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

-- Something known under each key, so that a start with other keys than the database's is refused. It is of no shop (0), and
-- is encrypted anew as the shops' rows are.
CREATE TABLE IF NOT EXISTS privacy_check (
    shop_id    BIGINT NOT NULL,
    kind       VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    known_enc  VARBINARY(200) NULL,
    known_hash BINARY(32) NULL,
    PRIMARY KEY (shop_id, kind)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

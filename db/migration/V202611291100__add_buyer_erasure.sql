-- Erased buyers whose names are looked for in all texts, with where the search stands. What it looks for is encrypted, and
-- goes when it is over.
CREATE TABLE buyer_erasure (
    shop_id       BIGINT       NOT NULL,
    id            BIGINT       NOT NULL,
    buyer_id      BIGINT       NOT NULL,
    status        VARCHAR(12)  NOT NULL,
    words_enc     MEDIUMBLOB   NULL,
    place         VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    checkpoint    VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    rows_searched BIGINT       NOT NULL DEFAULT 0,
    found         TEXT         NOT NULL,
    requested_at  DATETIME(6)  NOT NULL,
    next_at       DATETIME(6)  NOT NULL,
    finished_at   DATETIME(6)  NULL,
    PRIMARY KEY (shop_id, id),
    KEY buyer_erasure_buyer (shop_id, buyer_id, id),
    KEY buyer_erasure_due (status, next_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

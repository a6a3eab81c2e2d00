-- Erased buyers whose names are looked for in all texts. What the search looks for is encrypted, and goes when it is over.
CREATE TABLE IF NOT EXISTS buyer_erasure (
    shop_id       BIGINT       NOT NULL,
    id            BIGINT       NOT NULL,
    buyer_id      BIGINT       NOT NULL,
    status        VARCHAR(12)  NOT NULL,
    words_enc     MEDIUMBLOB   NULL,
    requested_at  DATETIME(6)  NOT NULL,
    next_at       DATETIME(6)  NOT NULL,
    finished_at   DATETIME(6)  NULL,
    PRIMARY KEY (shop_id, id),
    KEY buyer_erasure_buyer (shop_id, buyer_id, id),
    KEY buyer_erasure_due (status, next_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- How far such a search is at each place that it has begun: one that fails keeps no other from being looked through.
CREATE TABLE IF NOT EXISTS buyer_erasure_place (
    shop_id       BIGINT       NOT NULL,
    erasure_id    BIGINT       NOT NULL,
    place         VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    checkpoint    VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    is_through    BOOLEAN      NOT NULL,
    rows_searched BIGINT       NOT NULL,
    found         INT          NOT NULL,
    -- Rows that may name the person, for people to look at, and the ids of the first of them.
    perhaps       INT          NOT NULL,
    perhaps_ids   VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    failures      INT          NOT NULL,
    next_at       DATETIME(6)  NULL,
    obstacle      VARCHAR(12)  NULL,
    PRIMARY KEY (shop_id, erasure_id, place)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Filters over buyers that are worth a name: lists, audiences and previews use them by their id.
CREATE TABLE IF NOT EXISTS buyer_segment (
    shop_id    BIGINT       NOT NULL,
    id         BIGINT       NOT NULL,
    version    INT          NOT NULL,
    name       VARCHAR(60)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    filter     TEXT         NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    updated_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (shop_id, id),
    UNIQUE KEY buyer_segment_name (shop_id, name)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

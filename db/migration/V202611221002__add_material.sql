-- Pictures, short videos and texts to reuse; the bytes lie in a folder, not in the database.
CREATE TABLE material (
    shop_id      BIGINT       NOT NULL,
    id           BIGINT       NOT NULL,
    version      INT          NOT NULL,
    title        VARCHAR(120) NOT NULL,
    content_type VARCHAR(60)  NOT NULL,
    bytes        BIGINT       NOT NULL,
    uploaded_by  VARCHAR(120) NOT NULL,
    uploaded_at  DATETIME(6)  NOT NULL,
    PRIMARY KEY (shop_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

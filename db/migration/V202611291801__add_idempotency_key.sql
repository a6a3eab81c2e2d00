-- What a POST with an Idempotency-Key was answered, so that a client that lost the answer gets the same one again. Written
-- in the transaction of the work itself, and with nothing in it that could be read: hashes with a key, and the answer
-- encrypted. Shop 0 is for answers of no shop or several.
CREATE TABLE IF NOT EXISTS idempotency_key (
    key_hash     BINARY(32)  NOT NULL,
    shop_id      BIGINT      NOT NULL,
    id           BIGINT      NOT NULL,
    request_hash BINARY(32)  NOT NULL,
    answer_enc   MEDIUMBLOB  NULL,
    created_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (key_hash),
    KEY idempotency_key_shop (shop_id, id),
    KEY idempotency_key_age (created_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

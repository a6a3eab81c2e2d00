-- What a POST with an Idempotency-Key was answered, so that a client that lost the answer gets the same one again.
CREATE TABLE IF NOT EXISTS idempotency_key (
    username        VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    idempotency_key VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    request_hash    BINARY(32)   NOT NULL,
    status          INT          NULL,
    location        VARCHAR(500) NULL,
    body            MEDIUMTEXT   NULL,
    created_at      DATETIME(6)  NOT NULL,
    PRIMARY KEY (username, idempotency_key),
    KEY idempotency_key_age (created_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Who looked at whose phone and e-mail, and when: personal values are masked elsewhere.
CREATE TABLE contact_reveal (
    shop_id     BIGINT      NOT NULL,
    id          BIGINT      NOT NULL,
    buyer_id    BIGINT      NOT NULL,
    staff_id    BIGINT      NOT NULL,
    revealed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (shop_id, id),
    KEY contact_reveal_buyer (shop_id, buyer_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Who opted a buyer out, exported or erased one, and when; who opted out is known by keyed hash even after an erasure,
-- so that the same phone, address or platform id never counts as a new person to contact.
CREATE TABLE buyer_privacy_event (
    shop_id  BIGINT       NOT NULL,
    id       BIGINT       NOT NULL,
    buyer_id BIGINT       NOT NULL,
    kind     VARCHAR(16)  NOT NULL,
    reason   VARCHAR(500) NULL,
    staff_id BIGINT       NULL,
    at       DATETIME(6)  NOT NULL,
    PRIMARY KEY (shop_id, id),
    KEY buyer_privacy_event_buyer (shop_id, buyer_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE buyer_opt_out_key (
    shop_id      BIGINT      NOT NULL,
    kind         VARCHAR(12) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    key_hash     BINARY(32)  NOT NULL,
    opted_out_at DATETIME(6) NOT NULL,
    PRIMARY KEY (shop_id, kind, key_hash)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Whoever had opted out before this table was there.
INSERT INTO buyer_opt_out_key (shop_id, kind, key_hash, opted_out_at)
SELECT i.shop_id, i.kind, i.key_hash, b.updated_at
FROM buyer b
JOIN buyer_identity i ON i.shop_id = b.shop_id AND i.buyer_id = b.id
WHERE b.opted_out;

-- What was reported about a person is found when the person asks for it or is erased.
CREATE INDEX feedback_follower ON feedback (shop_id, follower_id);

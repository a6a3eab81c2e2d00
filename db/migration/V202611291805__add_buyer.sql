-- Who bought: sums that are kept in step with the orders, personal values encrypted, found by keyed hash only. Own
-- cycles and tiers' validity are worked out from the sums, the shop's cycle and the day when they are read: stored,
-- they would have to be rewritten for every buyer whenever one order moves the shop's mean.
CREATE TABLE IF NOT EXISTS buyer (
    shop_id              BIGINT          NOT NULL,
    id                   BIGINT          NOT NULL,
    version              INT             NOT NULL DEFAULT 0,
    platform_id          VARCHAR(128)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    orders               INT             NOT NULL DEFAULT 0,
    purchase_days        INT             NOT NULL DEFAULT 0,
    first_day            DATE            NULL,
    last_day             DATE            NULL,
    -- An order's amount may have ten digits before the point; sums over orders need some more.
    net_spend            DECIMAL(18, 2)  NOT NULL DEFAULT 0,
    first_order_day      DATE            NULL,
    -- A name of ours, compared byte by byte in indexes that every import and every night writes.
    tier                 VARCHAR(16)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'LEAD',
    tier_since           DATE            NULL,
    opted_out            BOOLEAN         NOT NULL DEFAULT FALSE,
    name_enc             VARBINARY(1024) NULL,
    phone_enc            VARBINARY(256)  NULL,
    email_enc            VARBINARY(1024) NULL,
    address_enc          VARBINARY(2048) NULL,
    contact_hash         BINARY(32)      NULL,
    contact_at           DATETIME(6)     NULL,
    created_at           DATETIME(6)     NOT NULL,
    updated_at           DATETIME(6)     NOT NULL,
    -- The buyer that this one proved to be, until the merge is undone.
    merged_into          BIGINT          NULL,
    erased_at            DATETIME(6)     NULL,
    -- Whether the figures of the followers hold the buyer, changed together with them.
    follows              BOOLEAN         NOT NULL DEFAULT FALSE,
    orders_unpaid        INT             NOT NULL DEFAULT 0,
    orders_closed        INT             NOT NULL DEFAULT 0,
    orders_cancelled     INT             NOT NULL DEFAULT 0,
    orders_refunded      INT             NOT NULL DEFAULT 0,
    orders_below_minimum INT             NOT NULL DEFAULT 0,
    -- In which order those who purchased on n days are due, (n + 1)·last day + days from first to last, whatever the
    -- shop's cycle is: a due day would have to be written anew for nearly everybody with every import.
    due_order            BIGINT AS ((purchase_days + 2) * TO_DAYS(last_day) - TO_DAYS(first_day)) STORED,
    PRIMARY KEY (shop_id, id),
    KEY buyer_platform_id (shop_id, platform_id, id),
    KEY buyer_tier (shop_id, tier, id),
    -- Who is due by the cycle, where there is too little data for a model.
    KEY buyer_due (shop_id, purchase_days, due_order, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- By which phone, address or platform id a buyer is found: keyed hashes, never the values.
CREATE TABLE IF NOT EXISTS buyer_identity (
    shop_id  BIGINT      NOT NULL,
    kind     VARCHAR(12) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    key_hash BINARY(32)  NOT NULL,
    buyer_id BIGINT      NOT NULL,
    PRIMARY KEY (shop_id, kind, key_hash),
    KEY buyer_identity_buyer (shop_id, buyer_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Who looked at whose phone and e-mail, and when: personal values are masked elsewhere.
CREATE TABLE IF NOT EXISTS contact_reveal (
    shop_id     BIGINT      NOT NULL,
    id          BIGINT      NOT NULL,
    buyer_id    BIGINT      NOT NULL,
    staff_id    BIGINT      NOT NULL,
    revealed_at DATETIME(6) NOT NULL,
    kind        VARCHAR(10) NOT NULL,
    -- The person, who may work in several shops.
    issuer      VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    subject     VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (shop_id, id),
    KEY contact_reveal_person (issuer, subject, revealed_at, id),
    KEY contact_reveal_buyer (shop_id, buyer_id, id),
    KEY contact_reveal_when (shop_id, revealed_at, id),
    KEY contact_reveal_staff (shop_id, staff_id, revealed_at, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Written by whoever wants to look at a contact, so that what one person does in all shops comes one after the other.
CREATE TABLE IF NOT EXISTS contact_reveal_fence (
    issuer  VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    subject VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    fence   BIGINT       NOT NULL,
    PRIMARY KEY (issuer, subject)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Who opted a buyer out, exported or erased one, and when.
CREATE TABLE IF NOT EXISTS buyer_privacy_event (
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

-- Who opted out is known by keyed hash even after an erasure, so that the same phone, address or platform id never
-- counts as a new person to contact.
CREATE TABLE IF NOT EXISTS buyer_opt_out_key (
    shop_id      BIGINT      NOT NULL,
    kind         VARCHAR(12) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    key_hash     BINARY(32)  NOT NULL,
    opted_out_at DATETIME(6) NOT NULL,
    PRIMARY KEY (shop_id, kind, key_hash)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- By which keyed hashes whoever was erased was known, for a while: an order that was received before, in a file or a
-- delivery that is still being worked, is given to what is left of the buyer, and the person does not come back with it.
CREATE TABLE IF NOT EXISTS buyer_erased_key (
    shop_id   BIGINT      NOT NULL,
    kind      VARCHAR(12) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    key_hash  BINARY(32)  NOT NULL,
    buyer_id  BIGINT      NOT NULL,
    erased_at DATETIME(6) NOT NULL,
    PRIMARY KEY (shop_id, kind, key_hash),
    KEY buyer_erased_key_since (shop_id, erased_at),
    KEY buyer_erased_key_age (erased_at, shop_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Buyers that proved to be one are merged, and a merge can be undone: what it moved is kept row by row, what it wrote
-- over is kept here.
CREATE TABLE IF NOT EXISTS buyer_merge (
    shop_id          BIGINT          NOT NULL,
    id               BIGINT          NOT NULL,
    kept_id          BIGINT          NOT NULL,
    gone_id          BIGINT          NOT NULL,
    proved_by        VARCHAR(30)     NULL,
    reason           VARCHAR(500)    NULL,
    made_at          DATETIME(6)     NOT NULL,
    made_by          BIGINT          NULL,
    undone_at        DATETIME(6)     NULL,
    undone_by        BIGINT          NULL,
    undone_reason    VARCHAR(500)    NULL,
    orders           INT             NOT NULL DEFAULT 0,
    gone_opted_out   BOOLEAN         NOT NULL DEFAULT FALSE,
    kept_opted_out   BOOLEAN         NOT NULL DEFAULT FALSE,
    kept_platform_id VARCHAR(128)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    name_enc         VARBINARY(1024) NULL,
    phone_enc        VARBINARY(256)  NULL,
    email_enc        VARBINARY(1024) NULL,
    address_enc      VARBINARY(2048) NULL,
    contact_hash     BINARY(32)      NULL,
    contact_at       DATETIME(6)     NULL,
    PRIMARY KEY (shop_id, id),
    KEY buyer_merge_kept (shop_id, kept_id, id),
    KEY buyer_merge_gone (shop_id, gone_id, id),
    KEY buyer_merge_undone (shop_id, undone_at, kept_id, gone_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The identity keys that a merge moved, as kind and hash.
CREATE TABLE IF NOT EXISTS buyer_merge_key (
    shop_id  BIGINT      NOT NULL,
    merge_id BIGINT      NOT NULL,
    kind     VARCHAR(12) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    key_hash BINARY(32)  NOT NULL,
    PRIMARY KEY (shop_id, merge_id, kind, key_hash)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

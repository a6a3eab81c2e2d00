-- Followers as they were before their buyers were merged, so that an undo gives each its own back; and orders that
-- somebody gave to a buyer by hand, because their platform does not say who bought.
CREATE TABLE follower_before_merge (
    shop_id       BIGINT        NOT NULL,
    merge_id      BIGINT        NOT NULL,
    follower_id   BIGINT        NOT NULL,
    buyer_id      BIGINT        NOT NULL,
    account_id    BIGINT        NULL,
    status        VARCHAR(16)   NOT NULL,
    tier          VARCHAR(16)   NOT NULL,
    last_day      DATE          NULL,
    remark        VARCHAR(500)  NULL,
    assigned_day  DATE          NULL,
    invited_at    DATETIME(6)   NULL,
    added_at      DATETIME(6)   NULL,
    lost_at       DATETIME(6)   NULL,
    created_at    DATETIME(6)   NOT NULL,
    updated_at    DATETIME(6)   NOT NULL,
    version_after INT           NULL,
    PRIMARY KEY (shop_id, merge_id, follower_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE follower_tag_before_merge (
    shop_id     BIGINT NOT NULL,
    merge_id    BIGINT NOT NULL,
    follower_id BIGINT NOT NULL,
    tag         VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (shop_id, merge_id, follower_id, tag)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE order_binding (
    shop_id    BIGINT      NOT NULL,
    id         BIGINT      NOT NULL,
    order_id   BIGINT      NOT NULL,
    buyer_id   BIGINT      NOT NULL,
    bound_at   DATETIME(6) NOT NULL,
    bound_by   BIGINT      NOT NULL,
    unbound_at DATETIME(6) NULL,
    unbound_by BIGINT      NULL,
    PRIMARY KEY (shop_id, id),
    KEY order_binding_order (shop_id, order_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- An import's transactions share the lock of its lane's row, one beginning before the other one ends. Prolonging the lease
-- in that same row waited for both, and all that came behind waited for it: every few seconds nothing was written for a while.
CREATE TABLE order_lane_lease (
    shop_id     BIGINT      NOT NULL,
    lease_owner VARCHAR(60) NULL,
    lease_until DATETIME(6) NULL,
    PRIMARY KEY (shop_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

ALTER TABLE order_lane
    DROP COLUMN lease_until,
    CHANGE COLUMN lease_owner owner VARCHAR(60) NULL;

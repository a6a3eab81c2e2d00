-- A platform's id is the order's identity, its number is a name that may change or be another's as well: the number that
-- was told last stands beside the one that the order is stored under.
ALTER TABLE hook_order ADD COLUMN told_no VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;
UPDATE hook_order SET told_no = order_no;
CREATE INDEX hook_order_told_number ON hook_order (shop_id, told_no);

-- Other numbers that orders were told under, before or while another order has the number: files know the order by no more.
CREATE TABLE hook_order_number (
    shop_id     BIGINT      NOT NULL,
    told_no     VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    source      VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    external_id VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (shop_id, told_no, source, external_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- A platform's id is the order's identity, its number is a name that may change or be another's as well: the number that
-- was told last stands beside the one that the order is stored under.
ALTER TABLE hook_order ADD COLUMN told_no VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;
UPDATE hook_order SET told_no = order_no;
CREATE INDEX hook_order_told_number ON hook_order (shop_id, told_no);

-- Numbers that orders had before: files of that time know the order by nothing else. Meanwhile another may have it.
CREATE TABLE order_number_before (
    shop_id  BIGINT      NOT NULL,
    order_no VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    order_id BIGINT      NOT NULL,
    PRIMARY KEY (shop_id, order_no, order_id),
    KEY order_number_before_order (shop_id, order_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- A deletion holds for whatever is older, also for an order that an export brings later: it has a time of its own beside
-- that of the newest word on the order.
ALTER TABLE hook_order ADD COLUMN gone_at DATETIME(6) NULL;
UPDATE hook_order SET gone_at = told_at WHERE told_rank >= 9000;
UPDATE hook_order SET told_at = NULL, told_rank = 0 WHERE told_rank >= 9000 AND order_no IS NULL;

-- Counts and sums of orders by why they do not count, for the cycle's answer: read from this index alone.
CREATE INDEX shop_order_exclusion ON shop_order (shop_id, exclusion, day, net_amount);

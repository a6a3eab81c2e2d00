-- An import asks what webhooks have told of the orders that it changes; it knows their numbers, not the platforms' ids.
CREATE INDEX hook_order_number ON hook_order (shop_id, order_no);

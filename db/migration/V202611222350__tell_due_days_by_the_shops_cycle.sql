-- Whenever the shop's mean cycle moves a little, nearly all its buyers' due days do: a stored one had to be written anew for
-- nearly everybody with every import. What the buyer alone adds to it, (n + 1)·last day + days from first to last, says in
-- which order those who have purchased on n days are due, whatever the shop's cycle is.
ALTER TABLE buyer
    DROP KEY buyer_due,
    DROP COLUMN due_day,
    ADD COLUMN due_order BIGINT AS ((purchase_days + 2) * TO_DAYS(last_day) - TO_DAYS(first_day)) STORED,
    ADD KEY buyer_due (shop_id, purchase_days, due_order, id);

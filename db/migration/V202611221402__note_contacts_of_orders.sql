-- Whether an order says how its buyer can be reached: the newest one that does so gives the buyer's contact, in whatever
-- sequence the orders came.
ALTER TABLE shop_order ADD COLUMN says_contact BOOLEAN NOT NULL DEFAULT TRUE;

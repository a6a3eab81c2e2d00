-- An article that is taken out of its order, or sent back, was ordered but not bought: both quantities are kept.
ALTER TABLE order_line ADD COLUMN ordered_quantity INT NULL;

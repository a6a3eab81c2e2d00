-- By which minimum amount a shop's orders were judged: when it is not the shop's any more, they are judged again.
ALTER TABLE order_lane ADD COLUMN counted_minimum DECIMAL(14, 2) NULL;

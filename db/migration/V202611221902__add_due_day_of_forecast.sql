-- When to talk to a buyer: the model's next day or the own cycle's, whichever comes first. Lists of who is due are read
-- by it, so it takes the place of next_day in the index.
ALTER TABLE buyer_forecast
    ADD COLUMN due_day DATE NULL,
    DROP INDEX buyer_forecast_next,
    ADD INDEX buyer_forecast_due (shop_id, due_day, spend DESC, buyer_id);

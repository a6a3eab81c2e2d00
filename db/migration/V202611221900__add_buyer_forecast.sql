-- What a shop's fitted model expects of each buyer, so that lists and filters need not calculate it. spend is the
-- expected net amount of a purchase day; next_* are null when the buyer practically never comes again. The index lists who
-- is due, soonest first and of one day the most valuable first.
CREATE TABLE buyer_forecast (
    shop_id     BIGINT         NOT NULL,
    buyer_id    BIGINT         NOT NULL,
    alive       DOUBLE         NOT NULL,
    purchases30 DOUBLE         NOT NULL,
    purchases90 DOUBLE         NOT NULL,
    next_day    DATE           NULL,
    next_from   DATE           NULL,
    next_to     DATE           NULL,
    spend       DECIMAL(14, 2) NULL,
    PRIMARY KEY (shop_id, buyer_id),
    KEY buyer_forecast_next (shop_id, next_day, spend DESC, buyer_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

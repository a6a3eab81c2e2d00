-- An order's amount may have ten digits before the point; what is summed up over orders needs some more.
ALTER TABLE buyer MODIFY COLUMN net_spend DECIMAL(18, 2) NOT NULL DEFAULT 0;

ALTER TABLE purchase_day MODIFY COLUMN net DECIMAL(18, 2) NOT NULL;

ALTER TABLE rfm_scale
    MODIFY COLUMN m1 DECIMAL(18, 2) NOT NULL,
    MODIFY COLUMN m2 DECIMAL(18, 2) NOT NULL,
    MODIFY COLUMN m3 DECIMAL(18, 2) NOT NULL,
    MODIFY COLUMN m4 DECIMAL(18, 2) NOT NULL;

ALTER TABLE buyer_forecast MODIFY COLUMN spend DECIMAL(18, 2) NULL;

-- Shopify's orders do not say when they were paid; that a delivery was about the payment does.
ALTER TABLE hook_order ADD COLUMN paid_at DATETIME(6) NULL;

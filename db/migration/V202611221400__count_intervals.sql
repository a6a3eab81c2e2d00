-- The shop's intervals by length, kept by difference: exact means and quantiles in one small read.
CREATE TABLE purchase_interval (
    shop_id   BIGINT NOT NULL,
    days      INT    NOT NULL,
    intervals BIGINT NOT NULL,
    PRIMARY KEY (shop_id, days)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO purchase_interval (shop_id, days, intervals)
SELECT i.shop_id, i.days, COUNT(*)
FROM (SELECT p.shop_id, DATEDIFF(p.day, (SELECT MAX(q.day) FROM purchase_day q
                                         WHERE q.shop_id = p.shop_id AND q.buyer_id = p.buyer_id
                                           AND q.day < p.day)) AS days
      FROM purchase_day p) i
WHERE i.days IS NOT NULL
GROUP BY i.shop_id, i.days;

-- Buyers whose orders a pass (an import, a request) has changed and whose sums do not show it yet.
CREATE TABLE buyer_unsettled (
    shop_id  BIGINT  NOT NULL,
    pass_id  BIGINT  NOT NULL,
    buyer_id BIGINT  NOT NULL,
    is_new   BOOLEAN NOT NULL,
    PRIMARY KEY (shop_id, pass_id, buyer_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Own cycles are worked out from the shop's cycle when they are read: a stored copy would have to be rewritten for every
-- buyer whenever one order moves the shop's mean. Due days are whole days and seldom move. unjudged: the sums have
-- changed since the tier was decided.
ALTER TABLE buyer
    DROP COLUMN own_cycle_days,
    DROP COLUMN touched_by,
    ADD COLUMN unjudged BOOLEAN NOT NULL DEFAULT TRUE;

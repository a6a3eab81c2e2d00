-- What the cycle's answer rests on, kept by difference for all buyers and for those who are followers, so that it is one
-- small range whatever the shop's size. Kinds: INTERVAL by length in days; SPAN by number of intervals, with the buyers'
-- days from first to last as total; FIRST_DAY and LAST_DAY by day since 1970; COUNTED with the net amount in hundredths as
-- total, and the reasons why orders do not count. The basis NOBODY has the orders of which nobody knows who bought.
CREATE TABLE cycle_figure (
    shop_id BIGINT      NOT NULL,
    basis   VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind    VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    point   INT         NOT NULL,
    n       BIGINT      NOT NULL,
    total   BIGINT      NOT NULL,
    PRIMARY KEY (shop_id, basis, kind, point)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- follows: whether the figures of the followers hold the buyer, changed together with them.
ALTER TABLE buyer
    ADD COLUMN follows BOOLEAN NOT NULL DEFAULT FALSE,
    ADD COLUMN orders_unpaid INT NOT NULL DEFAULT 0,
    ADD COLUMN orders_closed INT NOT NULL DEFAULT 0,
    ADD COLUMN orders_cancelled INT NOT NULL DEFAULT 0,
    ADD COLUMN orders_refunded INT NOT NULL DEFAULT 0,
    ADD COLUMN orders_below_minimum INT NOT NULL DEFAULT 0;

UPDATE buyer b JOIN follower f ON f.shop_id = b.shop_id AND f.buyer_id = b.id AND f.status = 'ADDED'
SET b.follows = TRUE;

UPDATE buyer b
JOIN (SELECT shop_id, buyer_id,
             SUM(exclusion = 'UNPAID') AS unpaid, SUM(exclusion = 'CLOSED') AS closed,
             SUM(exclusion = 'CANCELLED') AS cancelled, SUM(exclusion = 'REFUNDED') AS refunded,
             SUM(exclusion = 'BELOW_MINIMUM') AS below_minimum
      FROM shop_order WHERE exclusion IS NOT NULL AND buyer_id IS NOT NULL
      GROUP BY shop_id, buyer_id) o ON o.shop_id = b.shop_id AND o.buyer_id = b.id
SET b.orders_unpaid = o.unpaid, b.orders_closed = o.closed, b.orders_cancelled = o.cancelled,
    b.orders_refunded = o.refunded, b.orders_below_minimum = o.below_minimum;

INSERT INTO cycle_figure (shop_id, basis, kind, point, n, total)
SELECT shop_id, 'BUYERS', 'INTERVAL', days, intervals, 0 FROM purchase_interval WHERE intervals <> 0;

INSERT INTO cycle_figure (shop_id, basis, kind, point, n, total)
SELECT i.shop_id, 'FOLLOWERS', 'INTERVAL', i.days, COUNT(*), 0
FROM (SELECT p.shop_id, DATEDIFF(p.day, (SELECT MAX(q.day) FROM purchase_day q
                                         WHERE q.shop_id = p.shop_id AND q.buyer_id = p.buyer_id
                                           AND q.day < p.day)) AS days
      FROM purchase_day p JOIN buyer b ON b.shop_id = p.shop_id AND b.id = p.buyer_id AND b.follows) i
WHERE i.days IS NOT NULL
GROUP BY i.shop_id, i.days;

DROP TABLE purchase_interval;

INSERT INTO cycle_figure (shop_id, basis, kind, point, n, total)
SELECT b.shop_id, s.basis, 'SPAN', b.purchase_days - 1, COUNT(*), SUM(DATEDIFF(b.last_day, b.first_day))
FROM buyer b JOIN (SELECT 'BUYERS' AS basis UNION ALL SELECT 'FOLLOWERS') s ON b.follows OR s.basis = 'BUYERS'
WHERE b.purchase_days > 1
GROUP BY b.shop_id, s.basis, b.purchase_days;

INSERT INTO cycle_figure (shop_id, basis, kind, point, n, total)
SELECT b.shop_id, s.basis, 'FIRST_DAY', DATEDIFF(b.first_day, '1970-01-01'), COUNT(*), 0
FROM buyer b JOIN (SELECT 'BUYERS' AS basis UNION ALL SELECT 'FOLLOWERS') s ON b.follows OR s.basis = 'BUYERS'
WHERE b.purchase_days > 0
GROUP BY b.shop_id, s.basis, b.first_day;

INSERT INTO cycle_figure (shop_id, basis, kind, point, n, total)
SELECT b.shop_id, s.basis, 'LAST_DAY', DATEDIFF(b.last_day, '1970-01-01'), COUNT(*), 0
FROM buyer b JOIN (SELECT 'BUYERS' AS basis UNION ALL SELECT 'FOLLOWERS') s ON b.follows OR s.basis = 'BUYERS'
WHERE b.purchase_days > 0
GROUP BY b.shop_id, s.basis, b.last_day;

INSERT INTO cycle_figure (shop_id, basis, kind, point, n, total)
SELECT o.shop_id, s.basis, COALESCE(o.exclusion, 'COUNTED'), 0, COUNT(*),
       SUM(IF(o.counted, CAST(o.net_amount * 100 AS SIGNED), 0))
FROM shop_order o
LEFT JOIN buyer b ON b.shop_id = o.shop_id AND b.id = o.buyer_id
JOIN (SELECT 'BUYERS' AS basis UNION ALL SELECT 'FOLLOWERS' UNION ALL SELECT 'NOBODY') s
    ON s.basis = 'BUYERS' AND o.buyer_id IS NOT NULL
    OR s.basis = 'FOLLOWERS' AND b.follows
    OR s.basis = 'NOBODY' AND o.buyer_id IS NULL
GROUP BY o.shop_id, s.basis, o.exclusion;

-- A buyer's orders with all that the sums need are read from one index alone; lists by status and by exclusion from another.
ALTER TABLE shop_order
    DROP KEY shop_order_exclusion,
    DROP KEY shop_order_buyer,
    ADD KEY shop_order_buyer (shop_id, buyer_id, day, counted, exclusion, net_amount),
    DROP KEY shop_order_status,
    ADD KEY shop_order_status (shop_id, status, exclusion, day, id);

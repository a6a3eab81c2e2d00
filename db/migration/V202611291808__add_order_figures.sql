-- The counted orders of a buyer by day: all that cycles and tiers need.
CREATE TABLE IF NOT EXISTS purchase_day (
    shop_id  BIGINT         NOT NULL,
    buyer_id BIGINT         NOT NULL,
    day      DATE           NOT NULL,
    orders   INT            NOT NULL,
    net      DECIMAL(18, 2) NOT NULL,
    PRIMARY KEY (shop_id, buyer_id, day)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Buyers whose orders an import session has changed and whose sums do not show it yet.
CREATE TABLE IF NOT EXISTS buyer_totals_due (
    shop_id    BIGINT  NOT NULL,
    session_id BIGINT  NOT NULL,
    buyer_id   BIGINT  NOT NULL,
    is_new     BOOLEAN NOT NULL,
    PRIMARY KEY (shop_id, session_id, buyer_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What the cycle's answer rests on, kept by difference for all buyers and for those who are followers, so that it is one
-- small range whatever the shop's size. Kinds: INTERVAL by length in days; SPAN by number of intervals, with the buyers'
-- days from first to last as total; FIRST_DAY and LAST_DAY by day since 1970; COUNTED with the net amount in hundredths as
-- total, and the reasons why orders do not count. The basis NOBODY has the orders of which nobody knows who bought.
CREATE TABLE IF NOT EXISTS cycle_figure (
    shop_id BIGINT      NOT NULL,
    basis   VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind    VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    point   INT         NOT NULL,
    n       BIGINT      NOT NULL,
    total   BIGINT      NOT NULL,
    PRIMARY KEY (shop_id, basis, kind, point)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Rebuilding a shop's sums and figures from its orders, page by page while work goes on: how far it has come.
CREATE TABLE IF NOT EXISTS figure_rebuild (
    shop_id           BIGINT      NOT NULL,
    id                BIGINT      NOT NULL,
    requested_by      BIGINT      NULL,
    requested_at      DATETIME(6) NOT NULL,
    buyers_total      BIGINT      NULL,
    buyers_done       BIGINT      NOT NULL DEFAULT 0,
    done_to           BIGINT      NOT NULL DEFAULT 0,
    buyers_corrected  BIGINT      NOT NULL DEFAULT 0,
    figures_corrected BIGINT      NULL,
    started_at        DATETIME(6) NULL,
    finished_at       DATETIME(6) NULL,
    PRIMARY KEY (shop_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The new figures of a rebuild, until they take the place of the old ones.
CREATE TABLE IF NOT EXISTS rebuilt_figure (
    shop_id    BIGINT      NOT NULL,
    rebuild_id BIGINT      NOT NULL,
    basis      VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    point      INT         NOT NULL,
    n          BIGINT      NOT NULL,
    total      BIGINT      NOT NULL,
    PRIMARY KEY (shop_id, rebuild_id, basis, kind, point)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Rebuilding a shop's sums and figures from its orders, page by page while work goes on: how far it has come, and the new
-- figures until they take the place of the old ones.
CREATE TABLE figure_rebuild (
    shop_id          BIGINT      NOT NULL,
    id               BIGINT      NOT NULL,
    requested_by     BIGINT      NULL,
    requested_at     DATETIME(6) NOT NULL,
    buyers_total     BIGINT      NULL,
    buyers_done      BIGINT      NOT NULL DEFAULT 0,
    done_to          BIGINT      NOT NULL DEFAULT 0,
    buyers_corrected BIGINT      NOT NULL DEFAULT 0,
    figures_corrected BIGINT     NULL,
    started_at       DATETIME(6) NULL,
    finished_at      DATETIME(6) NULL,
    PRIMARY KEY (shop_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE rebuilt_figure (
    shop_id    BIGINT      NOT NULL,
    rebuild_id BIGINT      NOT NULL,
    basis      VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    point      INT         NOT NULL,
    n          BIGINT      NOT NULL,
    total      BIGINT      NOT NULL,
    PRIMARY KEY (shop_id, rebuild_id, basis, kind, point)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

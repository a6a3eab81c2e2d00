-- Where recency, frequency and money of a shop's buyers part into fifths as of a day: a buyer's scores follow from these
-- and the buyer's own sums, so that no score is stored, let alone kept in step, for each of them.
CREATE TABLE rfm_scale (
    shop_id BIGINT         NOT NULL,
    day     DATE           NOT NULL,
    buyers  BIGINT         NOT NULL,
    r1      DATE           NOT NULL,
    r2      DATE           NOT NULL,
    r3      DATE           NOT NULL,
    r4      DATE           NOT NULL,
    f1      INT            NOT NULL,
    f2      INT            NOT NULL,
    f3      INT            NOT NULL,
    f4      INT            NOT NULL,
    m1      DECIMAL(14, 2) NOT NULL,
    m2      DECIMAL(14, 2) NOT NULL,
    m3      DECIMAL(14, 2) NOT NULL,
    m4      DECIMAL(14, 2) NOT NULL,
    PRIMARY KEY (shop_id, day)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- A shop's own banned words and allowed phrases, every version kept: who banned or allowed what, and when. Without a row
-- only the lists that ship with the product hold.
CREATE TABLE shop_word_list (
    shop_id    BIGINT       NOT NULL,
    revision   INT          NOT NULL,
    words      MEDIUMTEXT   NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    changed_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (shop_id, revision)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

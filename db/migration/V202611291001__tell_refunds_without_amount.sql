-- Some exports say that something of an order went back and not how much: nothing is taken off then, and it must show,
-- on the order until a source tells the amount, and on the import that brought it.
ALTER TABLE shop_order
    ADD COLUMN refund_unknown BOOLEAN NOT NULL DEFAULT FALSE;

ALTER TABLE order_import
    ADD COLUMN refunds_unknown BIGINT NOT NULL DEFAULT 0;

CREATE TABLE order_import_warning (
    shop_id   BIGINT       NOT NULL,
    import_id BIGINT       NOT NULL,
    row_no    BIGINT       NOT NULL,
    col       VARCHAR(60)  NOT NULL,
    value     VARCHAR(40)  NOT NULL,
    reason    VARCHAR(200) NOT NULL,
    PRIMARY KEY (shop_id, import_id, row_no)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

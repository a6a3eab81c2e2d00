-- What admins and marketers did: never changed, and without anything of a buyer but the id.
CREATE TABLE IF NOT EXISTS audit_event (
    shop_id      BIGINT       NOT NULL,
    id           BIGINT       NOT NULL,
    at           DATETIME(6)  NOT NULL,
    action       VARCHAR(40)  NOT NULL,
    staff_id     BIGINT       NOT NULL,
    staff_name   VARCHAR(120) NOT NULL,
    subject      VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    thing        VARCHAR(30)  NOT NULL,
    thing_id     VARCHAR(64)  NULL,
    before_state TEXT         NULL,
    after_state  TEXT         NULL,
    request_id   VARCHAR(64)  NULL,
    PRIMARY KEY (shop_id, id),
    KEY audit_event_when (shop_id, at, id),
    KEY audit_event_action (shop_id, action, at, id),
    KEY audit_event_staff (shop_id, staff_id, at, id),
    KEY audit_event_kind (shop_id, thing, at, id),
    KEY audit_event_thing (shop_id, thing, thing_id, at, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

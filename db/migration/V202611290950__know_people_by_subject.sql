-- People are known by who vouches for them and the subject that it gives them; a name only invites.
DROP TABLE membership;

ALTER TABLE shop ADD COLUMN people_version INT NOT NULL DEFAULT 0;

ALTER TABLE staff
    DROP KEY staff_username,
    ADD COLUMN status VARCHAR(10) NOT NULL,
    ADD COLUMN issuer VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    ADD COLUMN subject VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    ADD COLUMN joined_at DATETIME(6) NULL,
    ADD COLUMN left_at DATETIME(6) NULL,
    ADD COLUMN turn_no BIGINT NOT NULL DEFAULT 0,
    ADD KEY staff_username (shop_id, username, status);

ALTER TABLE account ADD COLUMN owner_working BOOLEAN NOT NULL DEFAULT TRUE;

-- A person's shops: read by person, on every request. Who was deactivated or left has none.
CREATE TABLE membership (
    issuer   VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    subject  VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    shop_id  BIGINT NOT NULL,
    staff_id BIGINT NOT NULL,
    PRIMARY KEY (issuer, subject, shop_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Whose first login makes a member; gone once it was taken.
CREATE TABLE staff_invitation (
    username VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    shop_id  BIGINT NOT NULL,
    staff_id BIGINT NOT NULL,
    PRIMARY KEY (username, shop_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

ALTER TABLE contact_reveal
    ADD COLUMN kind VARCHAR(10) NOT NULL,
    ADD KEY contact_reveal_when (shop_id, revealed_at, id),
    ADD KEY contact_reveal_staff (shop_id, staff_id, revealed_at, id);

-- What admins and marketers did: never changed, and without anything of a buyer but the id.
CREATE TABLE audit_event (
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
    KEY audit_event_thing (shop_id, thing, thing_id, at, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Tiers and statuses are names of ours, all in ASCII: compared byte by byte, in indexes that every import and every night
-- writes by the hundred thousand, and not by the rules that people's languages are sorted by.
ALTER TABLE buyer
    MODIFY COLUMN tier VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'LEAD';

ALTER TABLE buyer_tier_move
    MODIFY COLUMN from_tier VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
    MODIFY COLUMN to_tier VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;

ALTER TABLE follower
    MODIFY COLUMN status VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    MODIFY COLUMN tier VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;

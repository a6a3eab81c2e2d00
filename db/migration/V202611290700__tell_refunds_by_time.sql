-- Of each refund the newest word counts, not the largest amount: one may fail after it had gone back.
ALTER TABLE hook_refund ADD COLUMN stage INT NOT NULL DEFAULT 1;
ALTER TABLE hook_refund ADD COLUMN told_at DATETIME(6) NULL;

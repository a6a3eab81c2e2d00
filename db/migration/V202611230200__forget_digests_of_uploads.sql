-- A file's digest was worked out at every upload, a second for a large one, and read by nobody.
ALTER TABLE order_import DROP COLUMN sha256;
